// REQUIRES: 6.0 uprobe.s
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

SEC("uprobe.s") int prog(void *ctx) {
    return 0;
}

char _license[] SEC("license") = "GPL";
