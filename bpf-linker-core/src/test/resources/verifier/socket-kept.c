/* A socket that is not released. */
#include "programs.h"
SEC("tc") int search(struct __sk_buff *skb)
{
    struct bpf_sock_tuple k = {};
    struct bpf_sock *s = bpf_sk_lookup_tcp(skb, &k, sizeof k.ipv4, -1, 0);
    if (!s)
        return 0;
    return 1; // here
}
char LICENSE[] SEC("license") = "GPL";
