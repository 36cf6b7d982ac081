// REQUIRES: 5.3 cgroup/getsockopt
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

SEC("cgroup/getsockopt") int prog(void *ctx) {
    return 1;
}

char _license[] SEC("license") = "GPL";
