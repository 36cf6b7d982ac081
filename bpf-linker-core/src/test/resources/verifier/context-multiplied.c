/* Arithmetic on the address of the context. */
#include "programs.h"
SEC("tc") int scale(struct __sk_buff *skb)
{
    long p = (long)skb;
    p *= 3; // here
    return p;
}
char LICENSE[] SEC("license") = "GPL";
