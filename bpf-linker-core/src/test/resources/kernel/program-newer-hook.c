// REQUIRES: 6.12 lsm/bdev_setintegrity
// VM: no, kernels have this type switched off
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

SEC("lsm/bdev_setintegrity") int prog(void *ctx) {
    return 0;
}

char _license[] SEC("license") = "GPL";
