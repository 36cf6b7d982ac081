#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

SEC("xdp")
int only(void *context)
{
    return undeclared;
}

char LICENSE[] SEC("license") = "GPL";
