package io.github.bpflinker.maven.rust;

import io.github.bpflinker.maven.BuildLog;
import io.github.bpflinker.maven.Finding;
import java.util.ArrayList;
import java.util.List;

/** Remembers what was told. */
final class RecordedLog implements BuildLog {

    private final List<String> lines = new ArrayList<>();

    private synchronized void add(String line) {
        lines.add(line);
    }

    @Override
    public void debug(String line) {
        add("DEBUG " + line);
    }

    @Override
    public void info(String line) {
        add("INFO " + line);
    }

    @Override
    public void warn(String line) {
        add("WARN " + line);
    }

    @Override
    public void error(String line) {
        add("ERROR " + line);
    }

    @Override
    public void finding(Finding finding) {
        add(finding.severity() + " " + finding);
    }

    @Override
    public boolean isDebug() {
        return true;
    }

    synchronized List<String> lines() {
        return List.copyOf(lines);
    }
}
