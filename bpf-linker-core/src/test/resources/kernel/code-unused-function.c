// REQUIRES: 3.19 socket
// INFORMS: 5.6 global-function
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

__attribute__((noinline)) int unused(void) {
    return bpf_get_prandom_u32();
}

SEC("socket") int prog(void *ctx) {
    return 0;
}

char _license[] SEC("license") = "GPL";
