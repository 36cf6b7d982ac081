package io.github.bpflinker.typed.program;

import io.github.bpflinker.attach.Attach;
import io.github.bpflinker.attach.BpfLink;
import io.github.bpflinker.attach.KprobeOptions;

/** A program at the function of a system call. */
public interface SystemCallProgram extends AttachableProgram {

    /** Attaches it to a system call, as in {@code openat}. */
    default BpfLink attachSystemCall(String name, KprobeOptions options) {
        return own(Attach.systemCall(loaded(), name, options));
    }
}
