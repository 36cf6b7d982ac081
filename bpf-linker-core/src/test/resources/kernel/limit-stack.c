// REQUIRES: never stack
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

__attribute__((noinline)) static long inner(long n) {
    char room[300];
    asm volatile("" : : "r"(room) : "memory");
    room[0] = n;
    return room[0];
}

__attribute__((noinline)) static long outer(long n) {
    char room[300];
    asm volatile("" : : "r"(room) : "memory");
    room[0] = n;
    return room[0] + inner(n);
}

SEC("tc") int prog(void *ctx) {
    return outer(1);
}

char _license[] SEC("license") = "GPL";
