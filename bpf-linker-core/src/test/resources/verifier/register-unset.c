/* A register that nobody has set. */
#include "programs.h"
SEC("tc") int unset(struct __sk_buff *skb)
{
    int r = 0;
    asm volatile("%0 = r7" : "=r"(r)); // here
    return r;
}
char LICENSE[] SEC("license") = "GPL";
