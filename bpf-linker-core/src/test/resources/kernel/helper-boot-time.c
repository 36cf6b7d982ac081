// REQUIRES: 5.8 bpf_ktime_get_boot_ns
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

SEC("socket") int prog(void *ctx) {
    return bpf_ktime_get_boot_ns();
}

char _license[] SEC("license") = "GPL";
