package io.github.bpflinker.load.plan;

/**
 * An element that a map's definition sets ({@code values}).
 *
 * @param key its key, as a 32-bit number
 * @param entry for a map of maps, a place in {@link LoadPlan#maps()}, set after both maps are made; for a program array, one
 *     in {@link LoadPlan#programs()}, set after the programs are loaded
 */
public record MapSlot(int key, int entry) {}
