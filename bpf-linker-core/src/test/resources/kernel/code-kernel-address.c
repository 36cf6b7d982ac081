// REQUIRES: 4.17 raw_tracepoint
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

extern const void init_task __ksym;

SEC("raw_tracepoint/sys_enter") int prog(void *ctx) {
    return (long)&init_task & 1;
}

char _license[] SEC("license") = "GPL";
