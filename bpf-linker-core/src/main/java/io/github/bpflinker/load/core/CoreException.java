package io.github.bpflinker.load.core;

/** Thrown if types are inconsistent, so that a relocation can't be computed. */
public final class CoreException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param reason a clause for a sentence that names the relocation */
    public CoreException(String reason) {
        super(reason);
    }
}
