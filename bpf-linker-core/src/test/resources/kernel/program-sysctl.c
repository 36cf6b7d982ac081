// REQUIRES: 5.2 cgroup/sysctl
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

SEC("cgroup/sysctl") int prog(void *ctx) {
    return 1;
}

char _license[] SEC("license") = "GPL";
