package io.github.bpflinker.llvm;

/** Thrown when an LLVM function fails, with LLVM's message. Callers that know the input convert it to a diagnostic. */
public final class LlvmError extends Exception {

    private static final long serialVersionUID = 1L;

    public LlvmError(String message) {
        super(message);
    }

    /** LLVM's message. */
    public String text() {
        return String.valueOf(getMessage());
    }
}
