package io.github.bpflinker.load.inventory;

/**
 * A process that holds a descriptor of a BPF object.
 *
 * @param process its id
 * @param name its command, at most 15 characters
 */
public record Holder(int process, String name) {}
