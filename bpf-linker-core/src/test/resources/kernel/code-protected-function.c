// REQUIRES: 5.12 global function with a pointer
// REFUSED: Arg#0 type PTR
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

__attribute__((noinline, visibility("protected"))) int first(const int *number) {
    return number ? *number : 0;
}

SEC("tc") int prog(void *ctx) {
    int number = 3;
    return first(&number);
}

char _license[] SEC("license") = "GPL";
