/* A loop without an end. */
#include "programs.h"
SEC("tc") int spin(struct __sk_buff *skb)
{
    long y = 1;
    while (1) {
        asm volatile("%0 = 5" : "=r"(y)); // here
    }
    return y;
}
char LICENSE[] SEC("license") = "GPL";
