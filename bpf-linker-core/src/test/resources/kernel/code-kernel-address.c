// REQUIRES: 4.17 raw_tracepoint
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

extern const void bpf_prog_active __ksym;

SEC("raw_tracepoint/sys_enter") int prog(void *ctx) {
    return (long)&bpf_prog_active & 1;
}

char _license[] SEC("license") = "GPL";
