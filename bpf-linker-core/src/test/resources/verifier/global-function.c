/* What is wrong is in a global function, which is verified alone. */
#include "programs.h"
struct { __uint(type, BPF_MAP_TYPE_ARRAY); __uint(max_entries, 4); __type(key, int); __type(value, long); } slots SEC(".maps");
__attribute__((noinline)) int shared(int i)
{
    long *p = bpf_map_lookup_elem(&slots, &i);
    return *p; // here
}
SEC("tc") int caller(struct __sk_buff *skb)
{
    return shared(skb->len);
}
char LICENSE[] SEC("license") = "GPL";
