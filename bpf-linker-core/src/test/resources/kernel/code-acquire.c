// REQUIRES: 6.15 acquire-release
// FLAGS: -mcpu=v4
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

SEC("xdp") int prog(void *ctx) {
    volatile long n = 7;
    return __atomic_load_n(&n, __ATOMIC_ACQUIRE);
}

char _license[] SEC("license") = "GPL";
