package io.github.bpflinker.option;

/** An option was given a value that it does not take. The message names the option, the value, and what it takes. */
public final class InvalidOptionException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    InvalidOptionException(String message) {
        super(message);
    }
}
