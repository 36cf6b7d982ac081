// REQUIRES: 6.8 global function with __arg_nonnull
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

__attribute__((noinline)) int first(const int *number __attribute__((btf_decl_tag("arg:nonnull")))) {
    return *number;
}

SEC("tc") int prog(void *ctx) {
    int number = 3;
    return first(&number);
}

char _license[] SEC("license") = "GPL";
