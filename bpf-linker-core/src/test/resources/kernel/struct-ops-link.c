// REQUIRES: 6.4 BPF_F_LINK
// VM: no, the kernel wants more members
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

struct tcp_congestion_ops {
    char name[16];
};

SEC(".struct_ops.link") struct tcp_congestion_ops ops = {
    .name = "none",
};

SEC("socket") int prog(void *ctx) {
    return 0;
}

char _license[] SEC("license") = "GPL";
