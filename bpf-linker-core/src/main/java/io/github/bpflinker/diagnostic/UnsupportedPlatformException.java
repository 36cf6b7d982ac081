package io.github.bpflinker.diagnostic;

/** Thrown if the system or architecture is not supported. The message has the reason and the remedy. */
public final class UnsupportedPlatformException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates an exception.
     *
     * @param message the platform, why it is not supported, and the remedy
     */
    public UnsupportedPlatformException(String message) {
        super(message);
    }

    /**
     * Creates an exception.
     *
     * @param message the platform, why it is not supported, and the remedy
     * @param cause what failed
     */
    public UnsupportedPlatformException(String message, Throwable cause) {
        super(message, cause);
    }
}
