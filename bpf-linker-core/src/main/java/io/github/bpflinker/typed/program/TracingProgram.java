package io.github.bpflinker.typed.program;

import io.github.bpflinker.attach.Attach;
import io.github.bpflinker.attach.BpfLink;

/** A program that is loaded for one function or hook of the kernel: tp_btf, fentry, fexit, fmod_ret, lsm, freplace. */
public interface TracingProgram extends AttachableProgram {

    /** Attaches it to what it was loaded for. */
    default BpfLink attachTracing() {
        return own(Attach.tracing(loaded()));
    }

    /** Attaches it to what it was loaded for, with a cookie (Linux 6.0). */
    default BpfLink attachTracing(long cookie) {
        return own(Attach.tracing(loaded(), cookie));
    }
}
