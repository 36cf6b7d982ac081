// REQUIRES: 6.13 stack
// REFUSED: combined stack size
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

__attribute__((noinline)) static long inner(long n) {
    char room[300];
    asm volatile("*(u8 *)(%0 + 0) = %1" : : "r"(room), "r"(n) : "memory");
    return n;
}

__attribute__((noinline)) static long outer(long n) {
    char room[300];
    asm volatile("*(u8 *)(%0 + 0) = %1" : : "r"(room), "r"(n) : "memory");
    return n + inner(n);
}

SEC("kprobe/x") int prog(void *ctx) {
    return outer(1);
}

char _license[] SEC("license") = "GPL";
