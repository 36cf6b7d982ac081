/* A read below the stack. */
#include "programs.h"
SEC("tc") int below(struct __sk_buff *skb)
{
    long r;
    asm volatile("%0 = *(u64 *)(r10 - 600)" : "=r"(r)); // here
    return r;
}
char LICENSE[] SEC("license") = "GPL";
