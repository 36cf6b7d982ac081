package io.github.bpflinker.typed.program;

import io.github.bpflinker.attach.Attach;
import io.github.bpflinker.attach.BpfLink;
import io.github.bpflinker.attach.UprobeOptions;

/** A program at a place of a program or library. */
public interface UprobeProgram extends AttachableProgram {

    /** Attaches it to a place of a file: a path, or the name of a library or program that is searched for. */
    default BpfLink attachUprobe(String file, UprobeOptions options) {
        return own(Attach.uprobe(loaded(), file, options));
    }
}
