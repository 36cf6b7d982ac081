/* A store to a constant, which the compiler drops: every kernel accepts it. */
#include "programs.h"
const volatile int g = 5;
SEC("tc") int write(struct __sk_buff *skb)
{
    *(int *)&g = 3; // here
    return g;
}
char LICENSE[] SEC("license") = "GPL";
