package io.github.bpflinker.cli;

/** What commands return to whoever called them. */
final class ExitCode {

    static final int OK = 0;

    /** The operation failed; a sentence on the error stream says why. */
    static final int FAILED = 1;

    /** The arguments make no sense. */
    static final int USAGE = 2;

    private ExitCode() {}
}
