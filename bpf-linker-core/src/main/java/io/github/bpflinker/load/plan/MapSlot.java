package io.github.bpflinker.load.plan;

/**
 * An initial element in a map's definition ({@code values}).
 *
 * @param key its key, as a 32-bit number
 * @param entry for a map of maps, an index in {@link LoadPlan#maps()}, set after both maps have been created; for a
 *     program array, an index in {@link LoadPlan#programs()}, set after the programs have been loaded
 */
public record MapSlot(int key, int entry) {}
