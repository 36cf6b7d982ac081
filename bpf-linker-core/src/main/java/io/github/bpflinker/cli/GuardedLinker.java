package io.github.bpflinker.cli;

import io.github.bpflinker.diagnostic.Diagnostic;
import io.github.bpflinker.diagnostic.DiagnosticText;
import io.github.bpflinker.diagnostic.Problem;
import io.github.bpflinker.link.LinkRequest;
import io.github.bpflinker.link.LinkResult;
import io.github.bpflinker.worker.PhaseMarker;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * Links in this process, and terminates it with a message when it exceeds the memory limit, because LLVM can't be
 * interrupted.
 */
final class GuardedLinker implements LinkOperation {

    private final LinkOperation linker;
    private final PhaseMarker phase;
    private final Runnable end;
    private final AtomicBoolean guarded = new AtomicBoolean();
    private volatile Consumer<Diagnostic> teller = finding -> System.err.println(DiagnosticText.line(finding));

    /** @param end terminates the process immediately */
    GuardedLinker(LinkOperation linker, PhaseMarker phase, Runnable end) {
        this.linker = linker;
        this.phase = phase;
        this.end = end;
    }

    /** Sets the receiver of the diagnostic, instead of standard error. */
    void tellBy(Consumer<Diagnostic> changed) {
        teller = changed;
    }

    @Override
    public LinkResult link(LinkRequest request, Consumer<String> onPhase) {
        if (!guarded.getAndSet(true)) {
            MemoryLimit.ofProcess().ifPresent(limit -> MemoryWatcher.start(limit, () -> giveUp(limit)));
        }
        return linker.link(request, onPhase);
    }

    /** Terminates the process during links whose results are no longer needed. */
    void abandon() {
        phase.close();
        end.run();
    }

    private void giveUp(MemoryLimit limit) {
        String last = phase.current();
        // The parent process does not need the reason for the end.
        phase.close();
        teller.accept(Diagnostic.error(Problem.MEMORY_EXCEEDED)
                .withSymbol(last.isEmpty() ? null : last)
                .withDetail(limit.toString()));
        end.run();
    }
}
