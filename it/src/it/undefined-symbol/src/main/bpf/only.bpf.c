#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

int nowhere(int number);

SEC("xdp")
int only(struct xdp_md *context)
{
    return nowhere(context->ingress_ifindex);
}

char LICENSE[] SEC("license") = "GPL";
