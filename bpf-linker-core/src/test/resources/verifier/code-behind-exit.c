/* Instructions that nothing leads to. */
#include "programs.h"
SEC("tc") int behind(struct __sk_buff *skb)
{
    asm volatile("r0 = 0\n exit\n r0 = 1\n"); // here
    return 0;
}
char LICENSE[] SEC("license") = "GPL";
