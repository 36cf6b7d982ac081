#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

SEC("xdp")
int pass(void *context)
{
    return 2;
}

char LICENSE[] SEC("license") = "GPL";
