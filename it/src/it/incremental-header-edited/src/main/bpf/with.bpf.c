#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
#include "verdict.h"

SEC("xdp")
int with(void *context)
{
    return VERDICT;
}

char LICENSE[] SEC("license") = "GPL";
