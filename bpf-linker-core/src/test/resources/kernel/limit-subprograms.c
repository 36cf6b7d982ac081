// REQUIRES: never subprograms 257 > 256
// REFUSED: too many subprograms
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

#define FUNCTION(name)                                           \
    __attribute__((noinline)) static int name(int n) {           \
        asm volatile("" : "+r"(n));                              \
        return n;                                                \
    }
#define FOUR(each, name) each(name##0) each(name##1) each(name##2) each(name##3)
#define SIXTEEN(each, name) FOUR(each, name##0) FOUR(each, name##1) FOUR(each, name##2) FOUR(each, name##3)
#define SIXTY_FOUR(each, name) \
    SIXTEEN(each, name##0) SIXTEEN(each, name##1) SIXTEEN(each, name##2) SIXTEEN(each, name##3)
#define ALL(each) SIXTY_FOUR(each, f0) SIXTY_FOUR(each, f1) SIXTY_FOUR(each, f2) SIXTY_FOUR(each, f3)
#define USE(name) n = name(n);

ALL(FUNCTION)

SEC("socket") int prog(void *ctx) {
    int n = bpf_get_prandom_u32();
    ALL(USE)
    return n;
}

char _license[] SEC("license") = "GPL";
