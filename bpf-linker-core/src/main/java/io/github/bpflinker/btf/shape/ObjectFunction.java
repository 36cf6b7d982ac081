package io.github.bpflinker.btf.shape;

/**
 * A function of an object.
 *
 * @param name its symbol
 * @param section the ELF section that it is in
 * @param offset where it starts in that section, in bytes
 * @param global whether its symbol is visible to loaders
 * @param parameters the number of fixed parameters
 * @param returnsValue whether its result is not {@code void}
 */
public record ObjectFunction(
        String name, String section, long offset, boolean global, int parameters, boolean returnsValue) {}
