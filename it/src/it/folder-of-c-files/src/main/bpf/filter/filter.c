#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
#include "limit.h"

SEC("socket")
int limited(struct __sk_buff *skb)
{
    return limit(skb->len);
}

char _license[] SEC("license") = "GPL";
