// REQUIRES: 6.6 ldsx
// FLAGS: -mcpu=v4
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

SEC("xdp") int prog(void *ctx) {
    long byte;
    long stored;
    asm volatile("*(u8 *)(r10 - 1) = %0" : : "r"(stored = 1));
    asm volatile("%0 = *(s8 *)(r10 - 1)" : "=r"(byte));
    return byte == 1;
}

char _license[] SEC("license") = "GPL";
