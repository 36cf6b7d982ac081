// REQUIRES: 5.5 fentry
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

SEC("fentry/bpf_fentry_test1") int prog(void *ctx) {
    return 0;
}

char _license[] SEC("license") = "GPL";
