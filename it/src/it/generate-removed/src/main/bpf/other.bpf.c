#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

struct state {
    __u64 packets;
};

struct state state;

SEC("xdp")
int count(struct xdp_md *context)
{
    state.packets++;
    return XDP_PASS;
}

char LICENSE[] SEC("license") = "GPL";
