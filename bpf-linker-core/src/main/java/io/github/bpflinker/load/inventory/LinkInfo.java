package io.github.bpflinker.load.inventory;

import java.util.List;

/**
 * Information of the kernel about a link, the attachment of a program: {@code struct bpf_link_info} (Linux 5.8).
 *
 * @param id its id in the kernel, from 1
 * @param type a value of {@code enum bpf_link_type}
 * @param programId the id of the attached program; 0 for struct_ops
 * @param target the attach target, if the kernel provides it as numbers or a name; can be empty
 */
public record LinkInfo(int id, int type, int programId, String target) {

    /** {@code enum bpf_link_type}, Linux 6.18, in lower case. */
    private static final List<String> TYPES = List.of(
            "unspec",
            "raw_tracepoint",
            "tracing",
            "cgroup",
            "iter",
            "netns",
            "xdp",
            "perf_event",
            "kprobe_multi",
            "struct_ops",
            "netfilter",
            "tcx",
            "uprobe_multi",
            "netkit",
            "sockmap");

    /** The name of the type, as in {@code tracing}. */
    public String typeName() {
        return type >= 0 && type < TYPES.size() ? TYPES.get(type) : "type " + type;
    }
}
