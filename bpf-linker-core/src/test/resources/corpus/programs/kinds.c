// Every kind of program that needs nothing but a kernel keeps its section and loads.
// BUILD: kinds.bc = clang-22 kinds.c
// LINK: kinds.bc --btf
// PROGRAMS: kprobe/do_unlinkat:on_kprobe, kretprobe/do_unlinkat:on_kretprobe, tracepoint/syscalls/sys_enter_openat:on_tracepoint, raw_tp/sys_enter:on_raw, tp_btf/sched_switch:on_btf, tc:on_tc, xdp:on_xdp, socket:on_socket, cgroup_skb/ingress:on_cgroup, sk_msg:on_message, perf_event:on_perf, iter/task:on_task, uprobe//bin/sh:main:on_uprobe
// SYMBOL: on_task GLOBAL FUNC iter/task
#include <bpf_min.h>

SEC("kprobe/do_unlinkat") int on_kprobe(void *ctx) { return 0; }
SEC("kretprobe/do_unlinkat") int on_kretprobe(void *ctx) { return 0; }
SEC("uprobe//bin/sh:main") int on_uprobe(void *ctx) { return 0; }
SEC("tracepoint/syscalls/sys_enter_openat") int on_tracepoint(void *ctx) { return 0; }
SEC("raw_tp/sys_enter") int on_raw(void *ctx) { return 0; }
SEC("tp_btf/sched_switch") int on_btf(void *ctx) { return 0; }
SEC("tc") int on_tc(void *ctx) { return 0; }
SEC("xdp") int on_xdp(void *ctx) { return XDP_PASS; }
SEC("socket") int on_socket(void *ctx) { return 0; }
SEC("cgroup_skb/ingress") int on_cgroup(void *ctx) { return 1; }
SEC("sk_msg") int on_message(void *ctx) { return 1; }
SEC("perf_event") int on_perf(void *ctx) { return 0; }
SEC("iter/task") int on_task(void *ctx) { return 0; }

char _license[] SEC("license") = "GPL";
