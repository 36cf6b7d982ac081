package io.github.bpflinker.generate;

/** Thrown if classes can't be generated. The message is a sentence with the object, the cause and the remedy. */
public final class GenerateException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    GenerateException(String message) {
        super(message);
    }

    GenerateException(String message, Throwable cause) {
        super(message, cause);
    }
}
