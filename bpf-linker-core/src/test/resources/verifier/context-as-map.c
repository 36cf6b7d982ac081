/* A lookup in what is no map. */
#include "programs.h"
struct { __uint(type, BPF_MAP_TYPE_ARRAY); __uint(max_entries, 4); __type(key, int); __type(value, long); } slots SEC(".maps");
SEC("tc") int find(struct __sk_buff *skb)
{
    int i = 0;
    if (skb->len == 4)
        return 0;
    bpf_map_lookup_elem(skb, &i); // here
    return 1;
}
char LICENSE[] SEC("license") = "GPL";
