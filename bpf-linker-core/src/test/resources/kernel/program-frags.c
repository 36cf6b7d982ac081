// REQUIRES: 5.18 xdp.frags
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

SEC("xdp.frags") int prog(void *ctx) {
    return XDP_PASS;
}

char _license[] SEC("license") = "GPL";
