// REQUIRES: 4.16 call
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

__attribute__((noinline, visibility("hidden"))) int first(const int *number) {
    return *number;
}

SEC("tc") int prog(void *ctx) {
    int number = 3;
    return first(&number);
}

char _license[] SEC("license") = "GPL";
