package io.github.bpflinker.cli;

import java.io.PrintStream;

/**
 * Where a command prints. Commands never touch {@link System#out}, because one process can run several at a time.
 *
 * @param out for results that were asked for
 * @param err for messages
 */
public record Console(PrintStream out, PrintStream err) {

    /** The streams of this process. */
    public static Console ofProcess() {
        return new Console(System.out, System.err);
    }

    /** Whether children of this process, which inherit its streams, print to the same place. */
    boolean isOfProcess() {
        return out == System.out && err == System.err;
    }
}
