package io.github.bpflinker.diagnostic;

/** The severity of a {@link Diagnostic}. */
public enum Severity {
    /** The operation failed, or its result must not be used. */
    ERROR,
    /** The operation continued; its result may not be the intended one. */
    WARNING,
    /** Additional information for the analysis of other problems. */
    NOTE
}
