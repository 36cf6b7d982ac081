package io.github.bpflinker.load.bind;

/** The resolution of an extern in a kernel. */
sealed interface ResolvedExtern {

    /** A value in the {@code .kconfig} map, at this offset. */
    record Configuration(int offset) implements ResolvedExtern {}

    /** An address from {@code /proc/kallsyms}; 0 for a missing weak symbol. */
    record Address(long value) implements ResolvedExtern {}

    /**
     * A variable or function with BTF.
     *
     * @param module the index of its module; -1 for the kernel
     * @param arrayIndex the index of a function's module in {@code fd_array}; 0 for the kernel
     */
    record KernelType(int id, int module, int arrayIndex) implements ResolvedExtern {}

    /** A missing weak function. */
    record Missing() implements ResolvedExtern {}
}
