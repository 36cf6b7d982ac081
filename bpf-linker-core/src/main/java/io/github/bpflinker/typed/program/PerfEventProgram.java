package io.github.bpflinker.typed.program;

import io.github.bpflinker.attach.Attach;
import io.github.bpflinker.attach.BpfLink;
import io.github.bpflinker.attach.PerfEventOptions;

/** A program that runs when an event is counted or timed. */
public interface PerfEventProgram extends ProgramHandle {

    /** Attaches it to an event. */
    default BpfLink attachPerfEvent(PerfEventOptions options) {
        return Attach.perfEvent(loaded(), options);
    }
}
