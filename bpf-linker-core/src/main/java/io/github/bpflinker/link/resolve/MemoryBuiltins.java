package io.github.bpflinker.link.resolve;

import java.util.List;

/**
 * The functions that LLVM calls on its own account: optimization and code generation may ask for one after the last
 * reference in the IR is gone.
 */
public final class MemoryBuiltins {

    /** In the order in which they are looked for. */
    public static final List<String> NAMES = List.of("memcpy", "memmove", "memset", "memcmp", "bcmp");

    private MemoryBuiltins() {}
}
