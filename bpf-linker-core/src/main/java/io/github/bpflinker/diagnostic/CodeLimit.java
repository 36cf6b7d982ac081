package io.github.bpflinker.diagnostic;

import java.util.Locale;
import java.util.Optional;

/** Constructs that BPF or LLVM's BPF backend does not support. Each has its own remedy. */
public enum CodeLimit implements Payload {
    /** More arguments or a wider result than registers permit, or a variadic function. */
    ARGUMENTS,
    /** More arguments for a helper than registers permit. */
    HELPER_ARGUMENTS,
    /** A call of a C function without a prototype. */
    PROTOTYPE,
    /** A struct that is passed or returned by value. */
    AGGREGATE,
    /** A call of a library function that no input defines. */
    LIBRARY,
    /** Floating point. */
    FLOATING_POINT,
    /** Multiplication and division of 128 bits. */
    WIDE_INTEGER,
    /** Signed division, on a CPU before v4. */
    SIGNED_DIVISION,
    /** An atomic operation of an unsupported kind or width. */
    ATOMIC,
    /** An atomic operation on 32 bits, or its old value, on a CPU before v3. */
    ATOMIC_CPU,
    /** An atomic load or store with an ordering stronger than relaxed. */
    ATOMIC_ORDER,
    /** A memory fence. */
    FENCE,
    /** A dynamic stack allocation. */
    DYNAMIC_STACK,
    /** A computed goto. */
    INDIRECT_JUMP,
    /** An indirect call. */
    INDIRECT_CALL,
    /** The address of a stack frame, or a return address. */
    FRAME,
    /** A trap, in an LLVM without trap support for BPF. */
    TRAP,
    /** A thread-local variable. */
    THREAD_LOCAL,
    /** Inline assembly that LLVM's assembler rejects. */
    INLINE_ASSEMBLY;

    /** Its text form, such as {@code signed-division}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Parses an {@link #id()}. */
    public static Optional<CodeLimit> parse(String id) {
        for (CodeLimit limit : values()) {
            if (limit.id().equals(id)) {
                return Optional.of(limit);
            }
        }
        return Optional.empty();
    }

    @Override
    public Kind kind() {
        return Kind.CODE_LIMIT;
    }
}
