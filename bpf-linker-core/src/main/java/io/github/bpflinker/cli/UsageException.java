package io.github.bpflinker.cli;

import io.github.bpflinker.text.Printable;

/** Thrown for an invalid command line. The message is a sentence for the user. */
final class UsageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String command;

    UsageException(String sentence) {
        this(sentence, "bpf-linker");
    }

    /** @param command the command whose help the message refers to */
    UsageException(String sentence, String command) {
        super(sentence);
        this.command = command;
    }

    /** The complete line for the user. */
    String line() {
        return Printable.line("Error: " + getMessage() + " (see " + command + " --help)");
    }
}
