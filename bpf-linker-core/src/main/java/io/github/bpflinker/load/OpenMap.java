package io.github.bpflinker.load;

/**
 * An open map of the kernel: of a loaded object, or opened separately. Access to its elements is in the package {@code
 * io.github.bpflinker.map}.
 */
public sealed interface OpenMap permits LoadedMap, KernelMap {

    /** Its file descriptor, for calls of other packages. */
    Descriptor descriptor();

    /**
     * Queries the current information of the kernel about the map.
     *
     * @throws IllegalStateException if it is closed
     */
    MapInfo info();
}
