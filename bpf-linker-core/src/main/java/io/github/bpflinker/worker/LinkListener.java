package io.github.bpflinker.worker;

import io.github.bpflinker.diagnostic.Diagnostic;
import io.github.bpflinker.link.LinkResult;

/** Receives the diagnostics and the result of a command as data, in addition to its printed output. */
public interface LinkListener {

    /** A listener that does nothing. */
    LinkListener NONE = new LinkListener() {
        @Override
        public void finding(Diagnostic diagnostic) {}

        @Override
        public void result(LinkResult result) {}
    };

    /** Called for an error, warning or note, even if it is not printed. */
    void finding(Diagnostic diagnostic);

    /** Called with the result of a successful link. Its diagnostics are also passed to {@link #finding}. */
    void result(LinkResult result);
}
