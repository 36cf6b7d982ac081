// REQUIRES: 5.3 bounded-loop
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

SEC("socket") int prog(void *ctx) {
    int sum = 0;
#pragma nounroll
    for (unsigned i = 0; i < 20; i++) {
        sum += bpf_get_prandom_u32();
    }
    return sum;
}

char _license[] SEC("license") = "GPL";
