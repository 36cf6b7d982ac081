// REQUIRES: 4.17 tcx/ingress
// VM: no, libbpf 1.1 does not know the section
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

SEC("tcx/ingress") int prog(void *ctx) {
    return 0;
}

char _license[] SEC("license") = "GPL";
