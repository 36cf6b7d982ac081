// REQUIRES: 4.1 tc
// GUARDED: 5.8 bpf_ktime_get_boot_ns
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

enum helpers { BPF_FUNC_new_helper = 125 };

SEC("tc") int prog(void *ctx) {
    if (__builtin_preserve_enum_value(*(enum helpers *)BPF_FUNC_new_helper, 0))
        return bpf_ktime_get_boot_ns() > 3;
    return 0;
}

char _license[] SEC("license") = "GPL";
