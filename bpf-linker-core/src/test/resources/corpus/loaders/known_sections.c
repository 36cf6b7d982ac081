// Sections that loaders know, with what may follow them, are no reason to say anything.
// BUILD: main.bc = clang-22 main.c
// LINK: main.bc --btf --unloadable=error
// PROGRAMS: xdp/old_name:a, xdp/old_name:part, ?tc:b, kprobe/do_exit:c, uprobe//usr/bin/true_main:d, tracepoint/sched/sched_switch:e, sk_skb/stream_parser:f
// NO-LOAD: names of several loaders are in one object
//--- main.c
#include <bpf_min.h>
static __noinline SEC("xdp/old_name") int part(int n) { return n & 1; }
SEC("xdp/old_name") int a(struct xdp_md *ctx) { return part(ctx->rx_queue_index) + 1; }
SEC("?tc") int b(void *ctx) { return 0; }
SEC("kprobe/do_exit") int c(void *ctx) { return 0; }
SEC("uprobe//usr/bin/true_main") int d(void *ctx) { return 0; }
SEC("tracepoint/sched/sched_switch") int e(void *ctx) { return 0; }
SEC("sk_skb/stream_parser") int f(void *ctx) { return 0; }
u32 counted SEC(".bss.counts");
char LICENSE[] SEC("license") = "GPL";
