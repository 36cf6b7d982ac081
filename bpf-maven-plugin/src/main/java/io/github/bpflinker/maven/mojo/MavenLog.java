package io.github.bpflinker.maven.mojo;

import io.github.bpflinker.diagnostic.Severity;
import io.github.bpflinker.maven.BuildLog;
import io.github.bpflinker.maven.Finding;
import io.github.bpflinker.text.Printable;
import java.io.File;
import org.apache.maven.plugin.logging.Log;
import org.codehaus.plexus.build.BuildContext;
import org.codehaus.plexus.build.DefaultBuildContext;
import org.jspecify.annotations.Nullable;

/**
 * Writes to Maven's log and to the markers of IDEs. Diagnostics with a location are passed to the markers only, which
 * log them, too. All text is escaped, because names come from files.
 */
final class MavenLog implements BuildLog {

    private final Log log;
    private final BuildContext markers;

    MavenLog(Log log, BuildContext markers) {
        this.log = log;
        this.markers = markers;
    }

    @Override
    public void debug(String line) {
        log.debug(Printable.lines(line));
    }

    @Override
    public void info(String line) {
        log.info(Printable.lines(line));
    }

    @Override
    public void warn(String line) {
        log.warn(Printable.lines(line));
    }

    @Override
    public void error(String line) {
        log.error(Printable.lines(line));
    }

    @Override
    public void finding(Finding finding) {
        @Nullable File file = finding.file().map(path -> path.toFile()).orElse(null);
        Severity severity = finding.severity();
        String text = Printable.lines(finding.text());
        if (severity == Severity.NOTE) {
            log.info(Printable.lines(finding.toString()));
        } else if (file != null && finding.column() == 0 && isCommandLine()) {
            // It has no markers, and would log a column 0.
            log(severity, file.getAbsolutePath() + " [" + finding.line() + "]: " + text);
        } else if (file != null) {
            int level = severity == Severity.ERROR ? BuildContext.SEVERITY_ERROR : BuildContext.SEVERITY_WARNING;
            markers.addMessage(file, finding.line(), finding.column(), text, level, null);
        } else {
            log(severity, text);
        }
    }

    private boolean isCommandLine() {
        return markers instanceof DefaultBuildContext && !markers.isIncremental();
    }

    private void log(Severity severity, String text) {
        if (severity == Severity.ERROR) {
            log.error(text);
        } else {
            log.warn(text);
        }
    }

    @Override
    public boolean isDebug() {
        return log.isDebugEnabled();
    }
}
