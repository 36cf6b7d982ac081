#include <linux/bpf.h>

int drop_all(struct xdp_md *ctx)
{
    return XDP_DROP;
}
