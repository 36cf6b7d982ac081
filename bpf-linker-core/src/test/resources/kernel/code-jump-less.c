// REQUIRES: 4.14 jump-less
// FLAGS: -mcpu=v2
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

SEC("socket") int prog(void *ctx) {
    return bpf_get_prandom_u32() * 3ULL < 1000 ? 1 : 2;
}

char _license[] SEC("license") = "GPL";
