package io.github.bpflinker.attach;

import io.github.bpflinker.load.LoadedProgram;
import io.github.bpflinker.load.syscall.LinkAttributes;
import java.util.Locale;

/** Attaches to hooks of netfilter (Linux 6.4). */
final class NetfilterLinks {

    private static final int NETFILTER = 45;

    private NetfilterLinks() {}

    static BpfLink attach(LoadedProgram program, NetfilterOptions options) {
        String hook = options.hook().name().toLowerCase(Locale.ROOT);
        Attacher attacher = new Attacher(
                program,
                Kind.NETFILTER,
                "netfilter hook " + hook + " of " + options.family().name().toLowerCase(Locale.ROOT) + " with priority "
                        + options.priority());
        return Namespaces.run(
                attacher.calls(),
                options.namespace(),
                () -> attacher.create(fd -> new LinkAttributes(fd, 0, NETFILTER)
                        .netfilter(
                                options.family().number(),
                                options.hook().number(),
                                options.priority(),
                                options.defragment() ? 1 : 0)));
    }
}
