package io.github.bpflinker.worker;

import io.github.bpflinker.diagnostic.Diagnostic;
import io.github.bpflinker.diagnostic.Problem;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Determines why a process ended during a link. */
final class ChildFailure {

    private static final int SIGNALLED = 128;
    private static final int LAST_LINES = 8;

    /** Signals that are sent by other processes, unlike SIGSEGV, for example. */
    private static final Map<Integer, String> FROM_OTHERS =
            Map.of(1, "SIGHUP", 2, "SIGINT", 3, "SIGQUIT", 9, "SIGKILL", 15, "SIGTERM", 24, "SIGXCPU");

    private ChildFailure() {}

    /** Creates the diagnostic, with the last lines of the process as its detail. */
    static Diagnostic describe(WorkerAnswer.Ended end) {
        String words = lastLines(end.log());
        String signal = FROM_OTHERS.get(end.exitCode() - SIGNALLED);
        Diagnostic diagnostic;
        if (isOutOfMemory(words)) {
            diagnostic = Diagnostic.error(Problem.MEMORY_EXCEEDED);
        } else if (signal != null) {
            diagnostic = Diagnostic.error(Problem.LINKER_KILLED).withDetail(signal);
        } else {
            diagnostic = Diagnostic.error(Problem.LLVM_CRASHED).withDetail(words);
        }
        return diagnostic.withSymbol(end.phase().isEmpty() ? null : end.phase());
    }

    private static String lastLines(String log) {
        List<String> lines = log.lines().toList();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
    }

    private static boolean isOutOfMemory(String words) {
        String lower = words.toLowerCase(Locale.ROOT);
        return lower.contains("out of memory") || lower.contains("bad_alloc") || lower.contains("insufficient memory");
    }
}
