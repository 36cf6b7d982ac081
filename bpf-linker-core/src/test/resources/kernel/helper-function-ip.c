// REQUIRES: 5.15 bpf_get_func_ip
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

SEC("kprobe/x") int prog(void *ctx) {
    return bpf_get_func_ip(ctx);
}

char _license[] SEC("license") = "GPL";
