// What a kernel that is locked down does not let programs do: read its memory, and write that of processes.
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

SEC("raw_tp/sys_enter")
int reads_the_kernel(struct bpf_raw_tracepoint_args *context) {
    long value = 0;
    bpf_probe_read_kernel(&value, sizeof value, (void *)context->args[0]);
    return value & 1;
}

SEC("?raw_tp/sys_enter")
int writes_to_users(struct bpf_raw_tracepoint_args *context) {
    long value = 0;
    return bpf_probe_write_user((void *)context->args[1], &value, sizeof value);
}

char _license[] SEC("license") = "GPL";
