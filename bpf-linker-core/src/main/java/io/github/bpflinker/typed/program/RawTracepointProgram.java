package io.github.bpflinker.typed.program;

import io.github.bpflinker.attach.Attach;
import io.github.bpflinker.attach.BpfLink;

/** A program at a tracepoint of the kernel that gets its raw arguments. */
public interface RawTracepointProgram extends AttachableProgram {

    /** Attaches it to a tracepoint by its name without category. */
    default BpfLink attachRawTracepoint(String name) {
        return own(Attach.rawTracepoint(loaded(), name));
    }

    /** Attaches it to a tracepoint, with a cookie (Linux 6.10). */
    default BpfLink attachRawTracepoint(String name, long cookie) {
        return own(Attach.rawTracepoint(loaded(), name, cookie));
    }
}
