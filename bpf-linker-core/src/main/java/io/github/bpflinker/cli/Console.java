package io.github.bpflinker.cli;

import io.github.bpflinker.diagnostic.Diagnostic;
import io.github.bpflinker.diagnostic.DiagnosticText;
import io.github.bpflinker.worker.LinkListener;
import java.io.PrintStream;

/**
 * Where a command prints. Commands never touch {@link System#out}, because one process can run several at a time.
 *
 * @param out for results that were asked for
 * @param err for messages
 * @param listener is told findings and results as data
 */
record Console(PrintStream out, PrintStream err, LinkListener listener) {

    /** One that nobody listens to. */
    Console(PrintStream out, PrintStream err) {
        this(out, err, LinkListener.NONE);
    }

    /** The streams of this process. */
    static Console ofProcess() {
        return new Console(System.out, System.err);
    }

    /** Whether children of this process, which inherit its streams, print to the same place. */
    boolean isOfProcess() {
        return out == System.out && err == System.err;
    }

    /** Tells a finding that ends a command. */
    void failure(Diagnostic diagnostic) {
        listener.finding(diagnostic);
        err.println(DiagnosticText.line(diagnostic));
    }
}
