// REQUIRES: 5.5 bpf_probe_read_kernel
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

SEC("kprobe/x") int prog(void *ctx) {
    long n = 0;
    bpf_probe_read_kernel(&n, sizeof(n), ctx);
    return n;
}

char _license[] SEC("license") = "GPL";
