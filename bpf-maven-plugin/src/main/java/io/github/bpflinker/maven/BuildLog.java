package io.github.bpflinker.maven;

/** Where the engine tells what it does. Safe for use by several threads. */
public interface BuildLog {

    void debug(String line);

    void info(String line);

    void warn(String line);

    void error(String line);

    /** Tells a finding about a source file, for IDEs too. */
    void finding(Finding finding);

    /** Whether {@link #debug} lines are shown. */
    boolean isDebug();
}
