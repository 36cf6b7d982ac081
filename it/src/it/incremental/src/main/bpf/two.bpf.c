#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
#include "shared.h"

SEC("socket")
int two(struct __sk_buff *skb)
{
    return LIMIT;
}
