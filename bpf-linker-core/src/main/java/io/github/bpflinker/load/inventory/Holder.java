package io.github.bpflinker.load.inventory;

/**
 * A process that has something open.
 *
 * @param process its number
 * @param name its command, of at most 15 characters
 */
public record Holder(int process, String name) {}
