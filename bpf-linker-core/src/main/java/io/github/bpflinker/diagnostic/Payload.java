package io.github.bpflinker.diagnostic;

/**
 * What a finding of some kinds carries beside its names and text, typed. {@link Problem} says which kind carries which.
 * Immutable.
 */
public sealed interface Payload permits CodeLimit, KernelGap, ProcessKey, SymbolOrigin, TimeLimit, WrittenBy {

    /** Which of the permitted types this is. */
    Kind kind();

    /** The permitted types, for a {@code switch} that the compiler knows to be complete. */
    enum Kind {
        CODE_LIMIT,
        KERNEL_GAP,
        PROCESS_KEY,
        SYMBOL_ORIGIN,
        TIME_LIMIT,
        WRITTEN_BY
    }
}
