package io.github.bpflinker.typed.program;

import io.github.bpflinker.attach.Attach;
import io.github.bpflinker.attach.BpfLink;
import io.github.bpflinker.attach.KprobeOptions;

/** A program at a function of the kernel. */
public interface KprobeProgram extends AttachableProgram {

    /** Attaches it to a function. */
    default BpfLink attachKprobe(String function, KprobeOptions options) {
        return own(Attach.kprobe(loaded(), function, options));
    }
}
