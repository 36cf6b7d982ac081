package io.github.bpflinker.load.syscall;

/** Thrown if the system or architecture is not supported. The message has the reason and the remedy. */
public final class UnsupportedPlatformException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnsupportedPlatformException(String message) {
        super(message);
    }

    UnsupportedPlatformException(String message, Throwable cause) {
        super(message, cause);
    }
}
