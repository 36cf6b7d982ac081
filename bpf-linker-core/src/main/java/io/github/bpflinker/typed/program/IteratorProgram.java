package io.github.bpflinker.typed.program;

import io.github.bpflinker.attach.Attach;
import io.github.bpflinker.attach.BpfLink;
import io.github.bpflinker.attach.IteratorOptions;

/** A program that runs for each object of a kind (Linux 5.8). */
public interface IteratorProgram extends AttachableProgram {

    /** Attaches it to what it goes over; {@link BpfLink#output()} has it run. */
    default BpfLink attachIterator(IteratorOptions options) {
        return own(Attach.iterator(loaded(), options));
    }
}
