// A program with a global function that another program can replace.
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

__attribute__((noinline)) int decides(struct xdp_md *context) {
    volatile int result = XDP_PASS;
    return result;
}

SEC("xdp")
int asks(struct xdp_md *context) {
    return decides(context);
}

char _license[] SEC("license") = "GPL";
