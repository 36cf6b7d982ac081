/* A loop of three million rounds, which the verifier follows one by one. */
#include "programs.h"
SEC("tc") int count(struct __sk_buff *skb)
{
    long n = 0;
    for (int i = 0; i < 3000000; i++) { // here
        asm volatile("%0 += %1" : "+r"(n) : "r"(i));
    }
    return n;
}
char LICENSE[] SEC("license") = "GPL";
