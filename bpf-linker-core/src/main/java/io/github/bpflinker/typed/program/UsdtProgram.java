package io.github.bpflinker.typed.program;

import io.github.bpflinker.attach.Attach;
import io.github.bpflinker.attach.BpfLink;
import io.github.bpflinker.attach.UsdtOptions;

/** A program at a tracepoint that a program or library defines (Linux 5.15). */
public interface UsdtProgram extends AttachableProgram {

    /** Attaches it to a tracepoint of a file: a path, or the name of a library or program that is searched for. */
    default BpfLink attachUsdt(String file, UsdtOptions options) {
        return own(Attach.usdt(object(), loaded(), file, options));
    }
}
