// REQUIRES: 5.10 tail-call-beside-call
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

struct {
    __uint(type, BPF_MAP_TYPE_PROG_ARRAY);
    __uint(max_entries, 16);
    __type(key, int);
    __type(value, int);
} map SEC(".maps");

__attribute__((noinline)) static int twice(int n) {
    asm volatile("");
    return n * 2;
}

SEC("socket") int prog(void *ctx) {
    bpf_tail_call(ctx, &map, 0);
    return twice(bpf_get_prandom_u32());
}

char _license[] SEC("license") = "GPL";
