// REQUIRES: 5.10 kernel-variable
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

extern const int bpf_prog_active __ksym;

SEC("raw_tracepoint/sys_enter") int prog(void *ctx) {
    return *(int *)bpf_this_cpu_ptr(&bpf_prog_active);
}

char _license[] SEC("license") = "GPL";
