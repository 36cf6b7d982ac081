package io.github.bpflinker.attach;

import java.util.Set;

/** What a program can be attached to. */
enum Kind {
    TRACEPOINT("BPF_PROG_TYPE_TRACEPOINT"),
    RAW_TRACEPOINT("BPF_PROG_TYPE_RAW_TRACEPOINT", "BPF_PROG_TYPE_RAW_TRACEPOINT_WRITABLE"),
    TRACING("BPF_PROG_TYPE_TRACING", "BPF_PROG_TYPE_LSM", "BPF_PROG_TYPE_EXT"),
    KPROBE("BPF_PROG_TYPE_KPROBE"),
    UPROBE("BPF_PROG_TYPE_KPROBE"),
    PERF_EVENT("BPF_PROG_TYPE_PERF_EVENT"),
    XDP("BPF_PROG_TYPE_XDP"),
    TCX("BPF_PROG_TYPE_SCHED_CLS"),
    TC_FILTER("BPF_PROG_TYPE_SCHED_CLS"),
    NETKIT("BPF_PROG_TYPE_SCHED_CLS"),
    CGROUP(
            "BPF_PROG_TYPE_CGROUP_SKB",
            "BPF_PROG_TYPE_CGROUP_SOCK",
            "BPF_PROG_TYPE_CGROUP_SOCK_ADDR",
            "BPF_PROG_TYPE_CGROUP_DEVICE",
            "BPF_PROG_TYPE_CGROUP_SYSCTL",
            "BPF_PROG_TYPE_CGROUP_SOCKOPT",
            "BPF_PROG_TYPE_SOCK_OPS",
            "BPF_PROG_TYPE_LSM"),
    NETWORK_NAMESPACE("BPF_PROG_TYPE_SK_LOOKUP", "BPF_PROG_TYPE_FLOW_DISSECTOR"),
    SOCKMAP("BPF_PROG_TYPE_SK_SKB", "BPF_PROG_TYPE_SK_MSG"),
    NETFILTER("BPF_PROG_TYPE_NETFILTER"),
    SOCKET_FILTER("BPF_PROG_TYPE_SOCKET_FILTER"),
    REUSEPORT("BPF_PROG_TYPE_SK_REUSEPORT", "BPF_PROG_TYPE_SOCKET_FILTER"),
    ROUTE("BPF_PROG_TYPE_LWT_IN", "BPF_PROG_TYPE_LWT_OUT", "BPF_PROG_TYPE_LWT_XMIT", "BPF_PROG_TYPE_LWT_SEG6LOCAL"),
    ITERATOR("BPF_PROG_TYPE_TRACING");

    @SuppressWarnings("ImmutableEnumChecker") // Set.of makes immutable sets
    private final Set<String> programTypes;

    Kind(String... programTypes) {
        this.programTypes = Set.of(programTypes);
    }

    /** The types of programs that it takes, as {@code enum bpf_prog_type} names them. */
    Set<String> programTypes() {
        return programTypes;
    }
}
