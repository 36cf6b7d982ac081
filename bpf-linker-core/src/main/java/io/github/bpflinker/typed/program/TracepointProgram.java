package io.github.bpflinker.typed.program;

import io.github.bpflinker.attach.Attach;
import io.github.bpflinker.attach.BpfLink;

/** A program at a tracepoint of the kernel. */
public interface TracepointProgram extends AttachableProgram {

    /** Attaches it to a tracepoint. */
    default BpfLink attachTracepoint(String category, String name) {
        return own(Attach.tracepoint(loaded(), category, name));
    }

    /** Attaches it to a tracepoint, with a cookie (Linux 5.15). */
    default BpfLink attachTracepoint(String category, String name, long cookie) {
        return own(Attach.tracepoint(loaded(), category, name, cookie));
    }
}
