// REQUIRES: 4.16 call
// INFORMS: 5.6 global-function
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

__attribute__((noinline)) int twice(int n) {
    return n * 2;
}

SEC("socket") int prog(void *ctx) {
    return twice(bpf_get_prandom_u32());
}

char _license[] SEC("license") = "GPL";
