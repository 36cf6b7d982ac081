package io.github.bpflinker.typed.program;

import io.github.bpflinker.attach.Attach;
import io.github.bpflinker.attach.BpfLink;
import io.github.bpflinker.attach.NetfilterOptions;

/** A program at a hook of netfilter (Linux 6.4). */
public interface NetfilterProgram extends AttachableProgram {

    /** Attaches it to a hook. */
    default BpfLink attachNetfilter(NetfilterOptions options) {
        return own(Attach.netfilter(loaded(), options));
    }
}
