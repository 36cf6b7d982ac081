package io.github.bpflinker.worker;

import io.github.bpflinker.diagnostic.Diagnostic;
import io.github.bpflinker.diagnostic.Severity;
import io.github.bpflinker.link.LinkResult;
import java.util.List;
import java.util.Optional;

/**
 * The structured report of a worker about a link, in addition to the text of Bazel's protocol.
 *
 * @param diagnostics all diagnostics in order
 * @param result the result of the link; empty if it failed or the command was not a link
 */
public record LinkReport(List<Diagnostic> diagnostics, Optional<LinkResult> result) {

    public LinkReport {
        diagnostics = List.copyOf(diagnostics);
    }

    public static LinkReport failed(List<Diagnostic> diagnostics) {
        return new LinkReport(diagnostics, Optional.empty());
    }

    /** The first error; empty if there is none. */
    public Optional<Diagnostic> firstError() {
        return diagnostics.stream()
                .filter(diagnostic -> diagnostic.severity() == Severity.ERROR)
                .findFirst();
    }
}
