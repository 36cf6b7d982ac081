// REQUIRES: 5.2 map-value
// VM: no, the configuration is not in the image
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

extern unsigned CONFIG_HZ __kconfig;

SEC("socket") int prog(void *ctx) {
    return CONFIG_HZ;
}

char _license[] SEC("license") = "GPL";
