// REQUIRES: 5.2 instructions
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

SEC("socket") int prog(void *ctx) {
    long n = 0;
    asm volatile(".rept 5000; %0 += 1; .endr" : "+r"(n));
    return n;
}

char _license[] SEC("license") = "GPL";
