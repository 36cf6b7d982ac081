#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

SEC("socket")
int one(struct __sk_buff *skb)
{
    return 0;
}
