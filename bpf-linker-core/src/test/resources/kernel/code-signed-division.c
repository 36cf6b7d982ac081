// REQUIRES: 6.6 sdiv
// FLAGS: -mcpu=v4
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

SEC("xdp") int prog(void *ctx) {
    long n = 7;
    asm volatile("%0 s/= -2" : "+r"(n));
    return n;
}

char _license[] SEC("license") = "GPL";
