package io.github.bpflinker.btf.shape;

/**
 * A function in an object's code.
 *
 * @param name its symbol
 * @param section the ELF section that it is in
 * @param offset where it starts in that section, in bytes
 * @param global whether its symbol is visible to loaders
 * @param parameters how many parameters it takes; those of variable number not counted
 * @param returnsValue whether it returns something
 */
public record ObjectFunction(
        String name, String section, long offset, boolean global, int parameters, boolean returnsValue) {}
