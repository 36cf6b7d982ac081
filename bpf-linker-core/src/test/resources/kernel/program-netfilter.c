// REQUIRES: 6.4 netfilter
// VM: no, libbpf 1.1 does not know the section
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

SEC("netfilter") int prog(void *ctx) {
    return 1;
}

char _license[] SEC("license") = "GPL";
