#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

int count(int by);

SEC("xdp") int packets(struct xdp_md *context)
{
    return count(context->data_end - context->data) ? XDP_PASS : XDP_ABORTED;
}

char LICENSE[] SEC("license") = "GPL";
