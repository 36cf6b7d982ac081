// REQUIRES: never recursion
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

__attribute__((noinline)) static long down(long n) {
    asm volatile("" : "+r"(n));
    if (n) {
        n -= down(n - 1);
        asm volatile("" : "+r"(n));
    }
    return n;
}

SEC("tc") int prog(void *ctx) {
    return down(bpf_get_prandom_u32());
}

char _license[] SEC("license") = "GPL";
