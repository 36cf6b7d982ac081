package io.github.bpflinker.diagnostic;

/** How much a {@link Diagnostic} matters. */
public enum Severity {
    /** The operation failed, or its result is not to be used. */
    ERROR,
    /** The operation went on; its result may not be what the user wanted. */
    WARNING,
    /** Worth knowing when something else is being looked into. */
    NOTE
}
