package io.github.bpflinker.load.syscall;

/** Programs can't be loaded from this system or machine; the message says why and what to do. */
public final class UnsupportedPlatformException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnsupportedPlatformException(String message) {
        super(message);
    }

    UnsupportedPlatformException(String message, Throwable cause) {
        super(message, cause);
    }
}
