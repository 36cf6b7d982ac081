// Section names that say type, attach type and target, of what needs no hardware and no function of the kernel.
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

#define PROGRAM(section, name, result)                                                                                 \
    SEC(section) int name(void *context) {                                                                             \
        return result;                                                                                                 \
    }

PROGRAM("socket", plain_socket, 0)
PROGRAM("tc", classifies, 0)
PROGRAM("action", acts, 0)
PROGRAM("xdp", express, 2)
PROGRAM("xdp.frags", fragments, 2)
PROGRAM("xdp/devmap", to_device, 2)
PROGRAM("xdp/cpumap", to_cpu, 2)
PROGRAM("kprobe/do_exit", on_entry, 0)
PROGRAM("kretprobe/do_exit", on_return, 0)
PROGRAM("uprobe", user_entry, 0)
PROGRAM("uprobe.s", user_entry_sleeps, 0)
PROGRAM("tracepoint/sched/sched_switch", static_point, 0)
PROGRAM("tp/sched/sched_switch", static_point_short, 0)
PROGRAM("raw_tp/sched_switch", raw_point, 0)
PROGRAM("raw_tracepoint.w/sched_switch", raw_point_writable, 0)
PROGRAM("tp_btf/sched_switch", typed_point, 0)
PROGRAM("iter/task", iterates, 0)
PROGRAM("iter.s/task", iterates_sleeping, 0)
PROGRAM("perf_event", samples, 0)
PROGRAM("lwt_in", light_in, 0)
PROGRAM("lwt_out", light_out, 0)
PROGRAM("lwt_xmit", light_transmit, 0)
PROGRAM("sockops", socket_operations, 0)
PROGRAM("sk_skb/stream_parser", parses, 0)
PROGRAM("sk_skb/stream_verdict", judges, 0)
PROGRAM("sk_skb", skb, 0)
PROGRAM("sk_msg", message, 0)
PROGRAM("flow_dissector", dissects, 0)
PROGRAM("sk_lookup", looks_up, 1)
PROGRAM("sk_reuseport", reuses, 0)
PROGRAM("cgroup_skb/ingress", group_in, 1)
PROGRAM("cgroup_skb/egress", group_out, 1)
PROGRAM("cgroup/skb", group_any, 1)
PROGRAM("cgroup/sock_create", group_socket, 1)
PROGRAM("cgroup/sock_release", group_release, 1)
PROGRAM("cgroup/post_bind4", group_bound, 1)
PROGRAM("cgroup/bind4", group_bind, 1)
PROGRAM("cgroup/connect4", group_connect, 1)
PROGRAM("cgroup/connect6", group_connect6, 1)
PROGRAM("cgroup/sendmsg4", group_send, 1)
PROGRAM("cgroup/recvmsg6", group_receive, 1)
PROGRAM("cgroup/getpeername4", group_peer, 1)
PROGRAM("cgroup/sysctl", group_sysctl, 1)
PROGRAM("cgroup/getsockopt", group_get, 1)
PROGRAM("cgroup/setsockopt", group_set, 1)
PROGRAM("cgroup/dev", group_device, 1)
PROGRAM("syscall", calls, 0)

char _license[] SEC("license") = "GPL";
