package io.github.bpflinker.worker;

import io.github.bpflinker.diagnostic.Diagnostic;
import io.github.bpflinker.link.LinkResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Records the diagnostics and result of one link. Not thread-safe. */
final class LinkRecorder implements LinkListener {

    private final List<Diagnostic> diagnostics = new ArrayList<>();
    private @Nullable LinkResult result;

    @Override
    public void finding(Diagnostic diagnostic) {
        diagnostics.add(diagnostic);
    }

    @Override
    public void result(LinkResult told) {
        result = told;
    }

    LinkReport report() {
        return new LinkReport(diagnostics, Optional.ofNullable(result));
    }
}
