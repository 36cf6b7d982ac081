// REQUIRES: 6.6 tcx/ingress
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

SEC("tcx/ingress") int prog(void *ctx) {
    return 0;
}

char _license[] SEC("license") = "GPL";
