package io.github.bpflinker.diagnostic;

/** Typed data of a diagnostic; see {@link Problem} for the type of each kind. Immutable. */
public sealed interface Payload permits CodeLimit, KernelGap, ProcessKey, SymbolOrigin, TimeLimit, WrittenBy {

    /** The permitted type of this payload. */
    Kind kind();

    /** The permitted types, for exhaustive {@code switch} statements. */
    enum Kind {
        CODE_LIMIT,
        KERNEL_GAP,
        PROCESS_KEY,
        SYMBOL_ORIGIN,
        TIME_LIMIT,
        WRITTEN_BY
    }
}
