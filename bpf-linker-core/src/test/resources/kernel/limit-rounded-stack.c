// REQUIRES: 6.9 stack 544 > 512
// REFUSED: combined stack size of 3 calls is 544
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

__attribute__((noinline)) static long innermost(long n) {
    char room[168];
    asm volatile("*(u8 *)(%0 + 0) = %1" : : "r"(room), "r"(n) : "memory");
    return n;
}

__attribute__((noinline)) static long inner(long n) {
    char room[168];
    asm volatile("*(u8 *)(%0 + 0) = %1" : : "r"(room), "r"(n) : "memory");
    return innermost(n) + 1;
}

SEC("tc") int prog(void *ctx) {
    char room[160];
    asm volatile("*(u8 *)(%0 + 0) = %1" : : "r"(room), "r"(1L) : "memory");
    return inner(2);
}

char _license[] SEC("license") = "GPL";
