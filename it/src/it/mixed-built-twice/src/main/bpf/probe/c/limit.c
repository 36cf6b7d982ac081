#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

unsigned double_of(unsigned length);

unsigned limit(unsigned length)
{
    return length > 8 ? 8 : length;
}

SEC("socket")
int by_c(struct __sk_buff *skb)
{
    return double_of(skb->len);
}

char _license[] SEC("license") = "GPL";
