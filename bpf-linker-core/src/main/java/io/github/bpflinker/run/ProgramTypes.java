package io.github.bpflinker.run;

import java.util.Set;

/** The properties of test runs by program type; source: the {@code test_run} functions of Linux 6.18. */
final class ProgramTypes {

    static final int SYSCALL = 31;

    /** raw_tracepoint, raw_tracepoint_writable, tracing, syscall: no context comes back from a place of its own either. */
    static final Set<Integer> WITHOUT_REPETITION = Set.of(17, 24, 26, 31);

    /** The same, and sk_lookup. */
    static final Set<Integer> WITHOUT_DATA = Set.of(17, 24, 26, 30, 31);

    /** socket_filter, sched_cls, sched_act, xdp, cgroup_skb, lwt, flow_dissector, netfilter. */
    static final Set<Integer> ON_PACKETS = Set.of(1, 3, 4, 6, 8, 10, 11, 12, 19, 22, 32);

    private ProgramTypes() {}
}
