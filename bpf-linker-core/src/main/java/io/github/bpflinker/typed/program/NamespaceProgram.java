package io.github.bpflinker.typed.program;

import io.github.bpflinker.attach.Attach;
import io.github.bpflinker.attach.BpfLink;
import java.nio.file.Path;

/** A program of a network namespace: sk_lookup (Linux 5.9), flow_dissector. */
public interface NamespaceProgram extends AttachableProgram {

    /** Attaches it to a network namespace, by a file that stands for it. */
    default BpfLink attachNamespace(Path namespace) {
        return own(Attach.networkNamespace(loaded(), namespace));
    }
}
