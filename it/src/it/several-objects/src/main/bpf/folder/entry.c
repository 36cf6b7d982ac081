#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
#include "verdict.h"

SEC("xdp")
int entry(void *context)
{
    return verdict();
}

char LICENSE[] SEC("license") = "GPL";
