package io.github.bpflinker.worker;

import io.github.bpflinker.diagnostic.Diagnostic;
import io.github.bpflinker.link.LinkResult;

/** Is told as data what a command finds and gives, beside what it prints. */
public interface LinkListener {

    /** One that nothing comes of. */
    LinkListener NONE = new LinkListener() {
        @Override
        public void finding(Diagnostic diagnostic) {}

        @Override
        public void result(LinkResult result) {}
    };

    /** An error, warning or note, whether or not it is printed. */
    void finding(Diagnostic diagnostic);

    /** What a link gave that did not fail. Its findings are told one by one. */
    void result(LinkResult result);
}
