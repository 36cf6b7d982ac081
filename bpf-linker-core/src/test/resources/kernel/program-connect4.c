// REQUIRES: 4.17 cgroup/connect4
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

SEC("cgroup/connect4") int prog(void *ctx) {
    return 1;
}

char _license[] SEC("license") = "GPL";
