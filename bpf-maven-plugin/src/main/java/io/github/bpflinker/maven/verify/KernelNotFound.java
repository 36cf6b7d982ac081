package io.github.bpflinker.maven.verify;

/** A kernel that a POM names can't be had; the message says why and what helps. */
public final class KernelNotFound extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** With a sentence for the user. */
    public KernelNotFound(String message, Throwable cause) {
        super(message, cause);
    }
}
