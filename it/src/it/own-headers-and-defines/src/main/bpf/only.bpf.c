#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
#include <offset.h>

SEC("xdp")
int only(void *context)
{
    return VERDICT + OFFSET;
}

char LICENSE[] SEC("license") = "GPL";
