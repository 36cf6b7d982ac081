#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

SEC("xpd")
int drop_all(struct xdp_md *ctx)
{
    return XDP_DROP;
}
