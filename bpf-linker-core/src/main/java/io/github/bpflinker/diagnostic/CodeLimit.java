package io.github.bpflinker.diagnostic;

import java.util.Locale;
import java.util.Optional;

/** What code asks for and BPF, or LLVM's code generator for it, does not have. Each has a remedy of its own. */
public enum CodeLimit implements Payload {
    /** More arguments, or a wider result, than there are registers for; a function of any number of arguments. */
    ARGUMENTS,
    /** More arguments than there are registers for, to a helper of the kernel. */
    HELPER_ARGUMENTS,
    /** A call that does not say what it passes, as C makes it of a function without a prototype. */
    PROTOTYPE,
    /** A struct that is passed or returned by value. */
    AGGREGATE,
    /** A call of a library function that no input defines. */
    LIBRARY,
    /** Floating point. */
    FLOATING_POINT,
    /** Multiplication and division of 128 bits. */
    WIDE_INTEGER,
    /** Signed division, which CPUs before v4 don't have. */
    SIGNED_DIVISION,
    /** An atomic operation of a kind or width that BPF does not have. */
    ATOMIC,
    /** An atomic operation on 32 bits, or its old value, on a CPU before v3. */
    ATOMIC_CPU,
    /** An atomic load or store that orders the accesses around it. */
    ATOMIC_ORDER,
    /** A memory fence. */
    FENCE,
    /** Stack of a size that is known at run time only. */
    DYNAMIC_STACK,
    /** A computed goto. */
    INDIRECT_JUMP,
    /** A call of a function that is chosen at run time, by its address. */
    INDIRECT_CALL,
    /** The address of a stack frame, or the one that a function returns to. */
    FRAME,
    /** A trap, for an LLVM that has none. */
    TRAP,
    /** A variable of each thread. */
    THREAD_LOCAL,
    /** Inline assembly that LLVM's assembler refuses. */
    INLINE_ASSEMBLY;

    /** As diagnostics carry it: {@code signed-division}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Reads an {@link #id()}. */
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
