package io.github.bpflinker.maven.testing;

import io.github.bpflinker.maven.BuildLog;
import io.github.bpflinker.maven.Finding;
import java.util.ArrayList;
import java.util.List;

/** Keeps what is logged. */
public final class QuietLog implements BuildLog {

    private final List<String> lines = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();

    public List<String> lines() {
        return List.copyOf(lines);
    }

    public List<Finding> findings() {
        return List.copyOf(findings);
    }

    @Override
    public synchronized void debug(String line) {
        lines.add("debug " + line);
    }

    @Override
    public synchronized void info(String line) {
        lines.add("info " + line);
    }

    @Override
    public synchronized void warn(String line) {
        lines.add("warn " + line);
    }

    @Override
    public synchronized void error(String line) {
        lines.add("error " + line);
    }

    @Override
    public synchronized void finding(Finding finding) {
        findings.add(finding);
    }

    @Override
    public boolean isDebug() {
        return false;
    }
}
