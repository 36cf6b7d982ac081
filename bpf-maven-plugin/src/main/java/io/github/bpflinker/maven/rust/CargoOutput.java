package io.github.bpflinker.maven.rust;

import io.github.bpflinker.maven.BuildLog;
import java.util.function.Consumer;

/** Forwards cargo's text output to the log, each line at the level of its message. */
final class CargoOutput implements Consumer<String> {

    private final BuildLog log;
    private Consumer<String> level;
    private String firstError = "";

    CargoOutput(BuildLog log) {
        this.log = log;
        this.level = log::info;
    }

    @Override
    public void accept(String line) {
        if (line.startsWith("error")) {
            level = log::error;
            if (firstError.isEmpty()) {
                firstError = line;
            }
        } else if (line.startsWith("warning")) {
            level = log::warn;
        } else if (line.isBlank()) {
            level = log::info;
            return;
        }
        level.accept(line);
    }

    /** The first error; empty if there is none. */
    String firstError() {
        return firstError;
    }
}
