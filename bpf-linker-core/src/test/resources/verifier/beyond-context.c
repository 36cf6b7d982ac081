/* A read behind the end of the context. */
#include "programs.h"
SEC("tc") int peek(struct __sk_buff *skb)
{
    int n = skb->len;
    n += *(int *)((char *)skb + 4000); // here
    return n;
}
char LICENSE[] SEC("license") = "GPL";
