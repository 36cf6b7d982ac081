package io.github.bpflinker.typed.program;

import io.github.bpflinker.attach.Attach;
import io.github.bpflinker.attach.BpfLink;
import io.github.bpflinker.attach.MultiOptions;

/** A program at many functions of a program or library at once (Linux 6.6). */
public interface UprobesProgram extends AttachableProgram {

    /** Attaches it to functions of a file: a path, or the name of a library or program that is searched for. */
    default BpfLink attachUprobes(String file, MultiOptions options) {
        return own(Attach.uprobes(loaded(), file, options));
    }
}
