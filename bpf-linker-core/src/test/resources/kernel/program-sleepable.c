// REQUIRES: 5.10 fentry.s
// VM: no, which functions a sleepable program may attach to is the configuration of the kernel
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

SEC("fentry.s/__x64_sys_getpid") int prog(void *ctx) {
    return 0;
}

char _license[] SEC("license") = "GPL";
