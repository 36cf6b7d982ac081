// REQUIRES: 5.13 iter/task_vma
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

SEC("iter/task_vma") int prog(void *ctx) {
    return 0;
}

char _license[] SEC("license") = "GPL";
