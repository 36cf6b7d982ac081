package io.github.bpflinker.option;

/** Thrown for an invalid value of an option. The message names the option, the value, and the valid values. */
public final class InvalidOptionException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    InvalidOptionException(String message) {
        super(message);
    }
}
