// Programs at the entry and the exit of a function of the kernel, which need function tracing.
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

SEC("fentry/bpf_prog_put")
int on_entry(void *context) {
    return 0;
}

char _license[] SEC("license") = "GPL";
