// REQUIRES: 4.8 xdp
// FLAGS: -mcpu=v4 -Xclang -target-feature -Xclang -alu32
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

SEC("xdp") int prog(void *ctx) {
    volatile int n = 7;
    return n;
}

char _license[] SEC("license") = "GPL";
