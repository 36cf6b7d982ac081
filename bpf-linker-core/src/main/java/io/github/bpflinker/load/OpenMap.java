package io.github.bpflinker.load;

/**
 * A map of the kernel that is open here: one of a loaded object, or one that was opened by itself. What is done with its
 * elements is in the package {@code io.github.bpflinker.map}.
 */
public sealed interface OpenMap permits LoadedMap, KernelMap {

    /** Its file descriptor, for the packages that make further calls on it. */
    Descriptor descriptor();

    /**
     * What the kernel says about it now.
     *
     * @throws IllegalStateException if it is closed
     */
    MapInfo info();
}
