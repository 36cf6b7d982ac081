// A program that takes the place of a global function of another one.
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

SEC("freplace/decides")
int decides_otherwise(struct xdp_md *context) {
    return XDP_DROP;
}

char _license[] SEC("license") = "GPL";
