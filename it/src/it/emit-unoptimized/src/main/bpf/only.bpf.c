#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

static int helper(void)
{
    return 2;
}

SEC("xdp")
int only(void *context)
{
    return helper();
}

char LICENSE[] SEC("license") = "GPL";
