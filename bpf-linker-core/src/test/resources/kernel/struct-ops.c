// REQUIRES: 5.6 BPF_MAP_TYPE_STRUCT_OPS, struct tcp_congestion_ops, struct_ops
// VM: no, the kernel wants more members
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

struct tcp_congestion_ops {
    void (*init)(void *);
    char name[16];
};

SEC("struct_ops/init") void init(void *sk) {}

SEC(".struct_ops") struct tcp_congestion_ops ops = {
    .init = init,
    .name = "none",
};

char _license[] SEC("license") = "GPL";
