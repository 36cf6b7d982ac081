package io.github.bpflinker.cli;

import io.github.bpflinker.diagnostic.Diagnostic;
import io.github.bpflinker.diagnostic.DiagnosticText;
import io.github.bpflinker.diagnostic.Problem;
import io.github.bpflinker.link.LinkRequest;
import io.github.bpflinker.link.LinkResult;
import io.github.bpflinker.worker.PhaseMarker;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** Links in this process, and ends it with a sentence when it takes more memory than it may: LLVM can't be stopped. */
final class GuardedLinker implements LinkOperation {

    private final LinkOperation linker;
    private final PhaseMarker phase;
    private final Runnable end;
    private final AtomicBoolean guarded = new AtomicBoolean();
    private volatile Consumer<Diagnostic> teller = finding -> System.err.println(DiagnosticText.line(finding));

    /** @param end ends the process at once */
    GuardedLinker(LinkOperation linker, PhaseMarker phase, Runnable end) {
        this.linker = linker;
        this.phase = phase;
        this.end = end;
    }

    /** Who gets the finding, in place of standard error. */
    void tellBy(Consumer<Diagnostic> changed) {
        teller = changed;
    }

    @Override
    public LinkResult link(LinkRequest request, Consumer<String> onPhase) {
        if (!guarded.getAndSet(true)) {
            MemoryLimit.ofProcess().ifPresent(limit -> MemoryGuard.start(limit, () -> giveUp(limit)));
        }
        return linker.link(request, onPhase);
    }

    /** Ends the process in the middle of links whose outcome nobody waits for any more. */
    void abandon() {
        phase.close();
        end.run();
    }

    private void giveUp(MemoryLimit limit) {
        String last = phase.current();
        // Whoever started this process need not find out why it ended.
        phase.close();
        teller.accept(Diagnostic.error(Problem.MEMORY_EXCEEDED)
                .withSymbol(last.isEmpty() ? null : last)
                .withDetail(limit.toString()));
        end.run();
    }
}
