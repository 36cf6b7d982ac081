// REQUIRES: 7.1 global function with no result
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

int seen;

__attribute__((noinline)) void note(int number) {
    seen = number;
}

SEC("tc") int prog(void *ctx) {
    note(bpf_get_prandom_u32());
    return 0;
}

char _license[] SEC("license") = "GPL";
