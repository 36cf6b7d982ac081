// REQUIRES: 6.1 bpf_ktime_get_tai_ns
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

SEC("kprobe/x") int prog(void *ctx) {
    return bpf_ktime_get_tai_ns();
}

char _license[] SEC("license") = "GPL";
