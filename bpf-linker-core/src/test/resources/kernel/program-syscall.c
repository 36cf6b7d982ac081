// REQUIRES: 5.14 syscall
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

SEC("syscall") int prog(void *ctx) {
    return 0;
}

char _license[] SEC("license") = "GPL";
