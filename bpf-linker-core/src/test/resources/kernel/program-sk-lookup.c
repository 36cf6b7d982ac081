// REQUIRES: 5.9 sk_lookup
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

SEC("sk_lookup") int prog(void *ctx) {
    return SK_PASS;
}

char _license[] SEC("license") = "GPL";
