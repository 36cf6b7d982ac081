package io.github.bpflinker.typed.program;

import io.github.bpflinker.attach.Attach;
import io.github.bpflinker.attach.BpfLink;
import io.github.bpflinker.attach.MultiOptions;

/** A program at many functions of the kernel at once (Linux 5.18). */
public interface KprobesProgram extends AttachableProgram {

    /** Attaches it to functions. */
    default BpfLink attachKprobes(MultiOptions options) {
        return own(Attach.kprobes(loaded(), options));
    }
}
