// REQUIRES: 4.10 cgroup_skb/egress
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

SEC("cgroup_skb/egress") int prog(void *ctx) {
    return 1;
}

char _license[] SEC("license") = "GPL";
