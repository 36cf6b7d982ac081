/* Helpers that programs of this type can not have. */
#include "programs.h"
SEC("tc") int override(struct __sk_buff *skb)
{
    char b[8];
    bpf_get_current_comm(b, 8); 
    return bpf_override_return((void *)skb, 3); // here
}
char LICENSE[] SEC("license") = "GPL";
