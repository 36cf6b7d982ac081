package io.github.bpflinker.llvm;

import io.github.bpflinker.diagnostic.Severity;

/**
 * A diagnostic of LLVM.
 *
 * @param severity LLVM's severity; remarks and notes are {@link Severity#NOTE}
 * @param text LLVM's text, trimmed
 */
public record LlvmMessage(Severity severity, String text) {

    static Severity severity(int llvmSeverity) {
        return switch (llvmSeverity) {
            case 0 -> Severity.ERROR;
            case 1 -> Severity.WARNING;
            default -> Severity.NOTE;
        };
    }
}
