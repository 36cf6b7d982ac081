package io.github.bpflinker.load.inventory;

import java.util.List;

/**
 * What the kernel says about a link, by which a program is attached: {@code struct bpf_link_info} (Linux 5.8).
 *
 * @param id by which the kernel knows it, from 1
 * @param type as {@code enum bpf_link_type} numbers it
 * @param programId of the program that is attached; 0 for struct_ops
 * @param target what it is attached to, as far as the kernel says it in numbers or a name; may be empty
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
