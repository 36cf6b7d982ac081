// REQUIRES: 3.18 -
// GUARDED: 4.8 xdp
// VM: no, libbpf 1 takes no such name
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

SEC("?xdp/name") int prog(void *ctx) {
    return XDP_PASS;
}

char _license[] SEC("license") = "GPL";
