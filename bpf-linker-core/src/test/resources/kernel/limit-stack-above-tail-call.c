// REQUIRES: never stack above a tail call
// REFUSED: tail_calls are not allowed when call stack of previous frames is
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

struct {
    __uint(type, BPF_MAP_TYPE_PROG_ARRAY);
    __uint(max_entries, 2);
    __type(key, int);
    __type(value, int);
} programs SEC(".maps");

__attribute__((noinline)) static long inner(void *ctx) {
    bpf_tail_call(ctx, &programs, 1);
    return 0;
}

SEC("tc") int prog(void *ctx) {
    char room[264];
    asm volatile("*(u8 *)(%0 + 0) = %1" : : "r"(room), "r"(1L) : "memory");
    return inner(ctx);
}

char _license[] SEC("license") = "GPL";
