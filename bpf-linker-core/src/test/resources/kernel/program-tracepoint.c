// REQUIRES: 4.7 tracepoint
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

SEC("tracepoint/syscalls/sys_enter_getpid") int prog(void *ctx) {
    return 0;
}

char _license[] SEC("license") = "GPL";
