package io.github.bpflinker.typed.program;

import io.github.bpflinker.attach.Attach;
import io.github.bpflinker.attach.BpfLink;
import io.github.bpflinker.attach.PerfEventOptions;

/** A program that runs when an event is counted or timed. */
public interface PerfEventProgram extends AttachableProgram {

    /** Attaches it to an event. */
    default BpfLink attachPerfEvent(PerfEventOptions options) {
        return own(Attach.perfEvent(loaded(), options));
    }
}
