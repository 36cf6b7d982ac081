// REQUIRES: 5.2 map-value
// GUARDED: 5.8 bpf_ktime_get_boot_ns
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

const volatile int has_boot_time = 0;

SEC("tc") int prog(void *ctx) {
    if (has_boot_time)
        return bpf_ktime_get_boot_ns() > 3;
    return 0;
}

char _license[] SEC("license") = "GPL";
