// REQUIRES: 4.17 raw_tracepoint
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

SEC("raw_tracepoint/sys_enter") int prog(void *ctx) {
    return 0;
}

char _license[] SEC("license") = "GPL";
