// REQUIRES: 6.4 netfilter
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

SEC("netfilter") int prog(void *ctx) {
    return 1;
}

char _license[] SEC("license") = "GPL";
