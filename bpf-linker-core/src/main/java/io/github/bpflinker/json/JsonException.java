package io.github.bpflinker.json;

/** A text is no JSON. The message names the offset and what is wrong there. */
public final class JsonException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    JsonException(int offset, String reason) {
        super("offset " + offset + ": " + reason);
    }
}
