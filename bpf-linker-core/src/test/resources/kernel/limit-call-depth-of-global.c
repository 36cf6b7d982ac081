// REQUIRES: 7.1 call-depth 11 > 8
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

#define CALLS(name, next)                          \
    __attribute__((noinline)) int name(int n) {    \
        asm volatile("");                          \
        return next + 1;                           \
    }

CALLS(last, n)
CALLS(ninth, last(n))
CALLS(eighth, ninth(n))
CALLS(seventh, eighth(n))
CALLS(sixth, seventh(n))
CALLS(fifth, sixth(n))
CALLS(fourth, fifth(n))
CALLS(third, fourth(n))
CALLS(second, third(n))
CALLS(first, second(n))

SEC("tc") int prog(void *ctx) {
    return first(3);
}

char _license[] SEC("license") = "GPL";
