// REQUIRES: 7.2 call-depth
// REFUSED: is too deep
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

__attribute__((noinline)) static long f8(long n) {
    asm volatile("" : "+r"(n));
    return n;
}

__attribute__((noinline)) static long f7(long n) {
    asm volatile("" : "+r"(n));
    return f8(n) + 1;
}

__attribute__((noinline)) static long f6(long n) {
    asm volatile("" : "+r"(n));
    return f7(n) + 1;
}

__attribute__((noinline)) static long f5(long n) {
    asm volatile("" : "+r"(n));
    return f6(n) + 1;
}

__attribute__((noinline)) static long f4(long n) {
    asm volatile("" : "+r"(n));
    return f5(n) + 1;
}

__attribute__((noinline)) static long f3(long n) {
    asm volatile("" : "+r"(n));
    return f4(n) + 1;
}

__attribute__((noinline)) static long f2(long n) {
    asm volatile("" : "+r"(n));
    return f3(n) + 1;
}

__attribute__((noinline)) static long f1(long n) {
    asm volatile("" : "+r"(n));
    return f2(n) + 1;
}

SEC("tc") int prog(void *ctx) {
    return f1(1);
}

char _license[] SEC("license") = "GPL";
