// REQUIRES: 4.8 xdp
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

SEC("xdp") int prog(void *ctx) {
    return XDP_PASS;
}

char _license[] SEC("license") = "GPL";
