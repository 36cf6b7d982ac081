package io.github.bpflinker.maven;

/** The log of a goal. Thread-safe. */
public interface BuildLog {

    void debug(String line);

    void info(String line);

    void warn(String line);

    void error(String line);

    /** Logs a diagnostic about a source file, which IDEs show as a marker. */
    void finding(Finding finding);

    /** Whether {@link #debug} messages are logged. */
    boolean isDebug();
}
