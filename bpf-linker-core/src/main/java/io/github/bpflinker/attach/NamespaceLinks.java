package io.github.bpflinker.attach;

import io.github.bpflinker.load.LoadedProgram;
import io.github.bpflinker.load.syscall.LinkAttributes;
import java.nio.file.Path;

/** Attaches to network namespaces: sk_lookup, flow_dissector (links since Linux 5.8). */
final class NamespaceLinks {

    private NamespaceLinks() {}

    static BpfLink attach(LoadedProgram program, Path file) {
        Attacher attacher = new Attacher(program, Kind.NETWORK_NAMESPACE, "network namespace " + file);
        int namespace = Namespaces.open(attacher.calls(), file);
        try {
            int type = program.plan().attachType();
            return attacher.create(fd -> new LinkAttributes(fd, namespace, type));
        } finally {
            attacher.calls().close(namespace);
        }
    }
}
