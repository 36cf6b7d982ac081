// REQUIRES: never stack
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

static long (*bpf_repeated)(unsigned int times, void *callback, void *context, unsigned long flags) = (void *)181;

static long inner(unsigned int index, void *context) {
    char room[300];
    asm volatile("*(u8 *)(%0 + 0) = %1" : : "r"(room), "r"(1L) : "memory");
    return 0;
}

SEC("tc") int prog(void *ctx) {
    char room[300];
    asm volatile("*(u8 *)(%0 + 0) = %1" : : "r"(room), "r"(1L) : "memory");
    bpf_repeated(10, inner, 0, 0);
    return 0;
}

char _license[] SEC("license") = "GPL";
