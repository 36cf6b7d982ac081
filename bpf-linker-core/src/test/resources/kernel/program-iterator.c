// REQUIRES: 5.8 iter, iter/task
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

SEC("iter/task") int prog(void *ctx) {
    return 0;
}

char _license[] SEC("license") = "GPL";
