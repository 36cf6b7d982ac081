package io.github.bpflinker.cli;

import io.github.bpflinker.text.Printable;

/** The command line can't be understood. The message is a sentence for the user. */
final class UsageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String command;

    UsageException(String sentence) {
        this(sentence, "bpf-linker");
    }

    /** @param command the command whose help says more */
    UsageException(String sentence, String command) {
        super(sentence);
        this.command = command;
    }

    /** The one line that the user reads. */
    String line() {
        return Printable.line("Error: " + getMessage() + " (see " + command + " --help)");
    }
}
