package io.github.bpflinker.typed.program;

import io.github.bpflinker.attach.Attach;
import io.github.bpflinker.attach.BpfLink;

/** A program whose section says what it is attached to. */
public interface SectionProgram extends AttachableProgram {

    /** Attaches it to where its section says. */
    default BpfLink attach() {
        return own(Attach.program(object(), loaded()));
    }
}
