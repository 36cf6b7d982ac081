package io.github.bpflinker.worker;

import io.github.bpflinker.diagnostic.Diagnostic;
import io.github.bpflinker.diagnostic.Problem;
import java.util.Locale;
import java.util.Map;

/** Determines why a process ended during a link. */
final class EndOfChild {

    private static final int SIGNALLED = 128;

    /** Signals that are sent by other processes, unlike SIGSEGV, for example. */
    private static final Map<Integer, String> FROM_OTHERS =
            Map.of(1, "SIGHUP", 2, "SIGINT", 3, "SIGQUIT", 9, "SIGKILL", 15, "SIGTERM", 24, "SIGXCPU");

    private EndOfChild() {}

    /**
     * Creates the diagnostic.
     *
     * @param exitCode the exit code in Java: 128 plus the signal number if a signal terminated the process
     * @param phase the phase of the link; empty if it had not started
     * @param words its last output
     */
    static Diagnostic describe(int exitCode, String phase, String words) {
        String signal = FROM_OTHERS.get(exitCode - SIGNALLED);
        Diagnostic diagnostic;
        if (isOutOfMemory(words)) {
            diagnostic = Diagnostic.error(Problem.MEMORY_EXCEEDED);
        } else if (signal != null) {
            diagnostic = Diagnostic.error(Problem.LINKER_KILLED).withDetail(signal);
        } else {
            diagnostic = Diagnostic.error(Problem.LLVM_CRASHED).withDetail(words);
        }
        return diagnostic.withSymbol(phase.isEmpty() ? null : phase);
    }

    private static boolean isOutOfMemory(String words) {
        String lower = words.toLowerCase(Locale.ROOT);
        return lower.contains("out of memory") || lower.contains("bad_alloc") || lower.contains("insufficient memory");
    }
}
