package io.github.bpflinker.load.bind;

/** What an extern turned out to be on a kernel. */
sealed interface ResolvedExtern {

    /** Its value is in the map of {@code .kconfig}, at this offset. */
    record Configuration(int offset) implements ResolvedExtern {}

    /** An address out of {@code /proc/kallsyms}; 0 for what is weak and not there. */
    record Address(long value) implements ResolvedExtern {}

    /**
     * A variable or function that BTF describes.
     *
     * @param module its place in the list of modules; -1 for the kernel
     * @param arrayIndex of a function, the module's index in {@code fd_array}; 0 for the kernel
     */
    record KernelType(int id, int module, int arrayIndex) implements ResolvedExtern {}

    /** A weak function that is not there. */
    record Missing() implements ResolvedExtern {}
}
