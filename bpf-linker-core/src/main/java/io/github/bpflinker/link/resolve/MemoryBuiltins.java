package io.github.bpflinker.link.resolve;

import java.util.List;

/**
 * The memory functions that LLVM can call implicitly: optimization and code generation can create calls when the IR has
 * no reference.
 */
public final class MemoryBuiltins {

    /** The names in the order in which they are resolved. */
    public static final List<String> NAMES = List.of("memcpy", "memmove", "memset", "memcmp", "bcmp");

    private MemoryBuiltins() {}
}
