package io.github.bpflinker.cli;

import io.github.bpflinker.diagnostic.Diagnostic;
import io.github.bpflinker.diagnostic.DiagnosticText;
import io.github.bpflinker.worker.LinkListener;
import java.io.PrintStream;

/**
 * The output streams of a command. Commands must not use {@link System#out}, because a process can run several
 * concurrently.
 *
 * @param out the stream for results
 * @param err the stream for messages
 * @param listener receives diagnostics and results as data
 */
record Console(PrintStream out, PrintStream err, LinkListener listener) {

    /** A console without a listener. */
    Console(PrintStream out, PrintStream err) {
        this(out, err, LinkListener.NONE);
    }

    /** The console of this process. */
    static Console ofProcess() {
        return new Console(System.out, System.err);
    }

    /** Whether these are the streams of the process, which child processes inherit. */
    boolean isOfProcess() {
        return out == System.out && err == System.err;
    }

    /** Reports the diagnostic that made a command fail. */
    void failure(Diagnostic diagnostic) {
        listener.finding(diagnostic);
        err.println(DiagnosticText.line(diagnostic));
    }
}
