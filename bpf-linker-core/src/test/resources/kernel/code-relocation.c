// REQUIRES: 4.8 xdp
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

struct task_struct {
    int pid;
} __attribute__((preserve_access_index));

SEC("xdp") int prog(void *ctx) {
    return __builtin_preserve_field_info(((struct task_struct *)0)->pid, 0);
}

char _license[] SEC("license") = "GPL";
