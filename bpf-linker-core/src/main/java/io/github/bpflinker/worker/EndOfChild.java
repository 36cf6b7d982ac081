package io.github.bpflinker.worker;

import io.github.bpflinker.diagnostic.Diagnostic;
import io.github.bpflinker.diagnostic.Problem;
import java.util.Locale;
import java.util.Map;

/** Tells by what a process left behind why it ended in the middle of a link. */
final class EndOfChild {

    private static final int SIGNALLED = 128;

    /** Signals that a process gets from others. The rest, such as SIGSEGV, it brings upon itself. */
    private static final Map<Integer, String> FROM_OTHERS =
            Map.of(1, "SIGHUP", 2, "SIGINT", 3, "SIGQUIT", 9, "SIGKILL", 15, "SIGTERM", 24, "SIGXCPU");

    private EndOfChild() {}

    /**
     * The finding.
     *
     * @param exitCode as Java has it: 128 and the signal, if one ended it
     * @param phase of the link; empty if it did not even begin
     * @param words what it printed last
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
