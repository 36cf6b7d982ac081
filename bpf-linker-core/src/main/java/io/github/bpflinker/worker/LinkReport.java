package io.github.bpflinker.worker;

import io.github.bpflinker.diagnostic.Diagnostic;
import io.github.bpflinker.diagnostic.Severity;
import io.github.bpflinker.link.LinkResult;
import java.util.List;
import java.util.Optional;

/**
 * What a worker answers about a link as data, beside the text of Bazel's protocol.
 *
 * @param diagnostics all findings, in the order in which they were told
 * @param result what the link gave; empty if it failed, or if the command was no link
 */
public record LinkReport(List<Diagnostic> diagnostics, Optional<LinkResult> result) {

    public LinkReport {
        diagnostics = List.copyOf(diagnostics);
    }

    static LinkReport failed(List<Diagnostic> diagnostics) {
        return new LinkReport(diagnostics, Optional.empty());
    }

    /** The first error; empty if there is none. */
    public Optional<Diagnostic> firstError() {
        return diagnostics.stream()
                .filter(diagnostic -> diagnostic.severity() == Severity.ERROR)
                .findFirst();
    }
}
