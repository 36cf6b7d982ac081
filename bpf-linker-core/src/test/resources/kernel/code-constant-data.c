// REQUIRES: 5.2 map-value
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

static const int table[8] = {3, 1, 4, 1, 5, 9, 2, 6};

SEC("socket") int prog(void *ctx) {
    return table[bpf_get_prandom_u32() & 7];
}

char _license[] SEC("license") = "GPL";
