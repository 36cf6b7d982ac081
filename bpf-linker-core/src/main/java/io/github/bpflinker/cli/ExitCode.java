package io.github.bpflinker.cli;

/** The exit codes of commands. */
final class ExitCode {

    static final int OK = 0;

    /** The operation failed; the reason was printed to the error stream. */
    static final int FAILED = 1;

    /** The arguments are invalid. */
    static final int USAGE = 2;

    private ExitCode() {}
}
