package io.github.bpflinker.maven.link;

import io.github.bpflinker.diagnostic.Diagnostic;
import io.github.bpflinker.diagnostic.Severity;
import io.github.bpflinker.json.JsonValue;
import io.github.bpflinker.link.LinkResult;
import io.github.bpflinker.link.ObjectSummary;
import io.github.bpflinker.maven.BuildLog;
import io.github.bpflinker.maven.Finding;
import io.github.bpflinker.maven.incremental.BuildState;
import io.github.bpflinker.maven.messages.LinkFindings;
import io.github.bpflinker.report.DiagnosticJson;
import io.github.bpflinker.worker.LinkReport;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** What the log of a build says of links: a line for each object, and findings. */
final class LinkLog {

    private static final long NANOS_PER_MILLI = 1_000_000;
    private static final double BYTES_PER_KIB = 1024;

    private final BuildLog log;
    private final Path base;

    /** @param base the folder of the project, to which names of files are relative */
    LinkLog(BuildLog log, Path base) {
        this.log = log;
        this.base = base;
    }

    /** The findings of a link, without the error for which it failed, unless that has a place in a source. */
    void findings(LinkReport report, boolean failed) {
        Optional<Diagnostic> error = report.firstError();
        for (Diagnostic diagnostic : report.diagnostics()) {
            Finding finding = LinkFindings.of(diagnostic, base);
            boolean isTheFailure = failed && error.equals(Optional.of(diagnostic));
            if (diagnostic.severity() == Severity.NOTE) {
                log.debug(finding.toString());
            } else if (!isTheFailure || finding.file().isPresent()) {
                log.finding(finding);
            }
        }
    }

    /** Repeats the warnings of an object that is up to date. */
    void warningsOf(BuildState state) {
        for (String note : state.notes()) {
            log.finding(LinkFindings.of(DiagnosticJson.read(JsonValue.parse(note)), base));
        }
    }

    /** The line for an object that was linked. */
    void linked(LinkJob job, LinkReport report, long milliseconds) {
        Optional<LinkResult> result = report.result();
        if (log.isDebug() && result.isPresent()) {
            result.get()
                    .llvm()
                    .ifPresent(llvm -> log.debug(
                            "LLVM " + llvm.version() + ", " + llvm.provider().optionName() + ": " + llvm.library()));
            for (LinkResult.PhaseTime phase : result.get().phases()) {
                log.debug("phase " + phase.name() + ": " + phase.time().toNanos() / NANOS_PER_MILLI + " ms");
            }
        }
        log.info(result.flatMap(LinkResult::object)
                        .map(object -> "linked " + job.displayName() + ": " + summary(object))
                        .orElse("wrote " + job.displayName())
                + " (" + milliseconds + " ms)");
    }

    private static String summary(ObjectSummary object) {
        String btf = object.btfBytes() == 0
                ? "no BTF"
                : String.format(Locale.ROOT, "BTF %.1f KiB", object.btfBytes() / BYTES_PER_KIB);
        return count(object.programs(), "program") + ", "
                + count(object.maps(), "map") + ", "
                + count(object.instructions(), "instruction") + ", " + btf;
    }

    private static String count(long number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }
}
