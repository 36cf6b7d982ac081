package io.github.bpflinker.llvm;

/** An LLVM function failed; the message is LLVM's. Whoever knows the input turns it into a diagnostic. */
public final class LlvmError extends Exception {

    private static final long serialVersionUID = 1L;

    public LlvmError(String message) {
        super(message);
    }

    /** LLVM's words. */
    public String text() {
        return String.valueOf(getMessage());
    }
}
