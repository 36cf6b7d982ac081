// REQUIRES: 4.13 sockops
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

SEC("sockops") int prog(void *ctx) {
    return 0;
}

char _license[] SEC("license") = "GPL";
