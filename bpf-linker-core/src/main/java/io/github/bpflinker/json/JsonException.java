package io.github.bpflinker.json;

/** Thrown for text that is not valid JSON. The message names the offset and the error. */
public final class JsonException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    JsonException(int offset, String reason) {
        super("offset " + offset + ": " + reason);
    }
}
