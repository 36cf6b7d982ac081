// REQUIRES: 5.1 jmp32
// FLAGS: -mcpu=v3
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

SEC("socket") int prog(void *ctx) {
    return bpf_get_prandom_u32() == 7;
}

char _license[] SEC("license") = "GPL";
