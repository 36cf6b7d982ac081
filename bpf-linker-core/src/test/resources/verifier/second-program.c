/* The second of two programs is the one at fault. */
#include "programs.h"
struct { __uint(type, BPF_MAP_TYPE_ARRAY); __uint(max_entries, 4); __type(key, int); __type(value, long); } slots SEC(".maps");
SEC("tc") int fine(struct __sk_buff *skb)
{
    return skb->len;
}
SEC("tc") int broken(struct __sk_buff *skb)
{
    int i = skb->len;
    long *p = bpf_map_lookup_elem(&slots, &i);
    *p = 4; // here
    return 0;
}
char LICENSE[] SEC("license") = "GPL";
