/* An index into the value of a map that could be anything. */
#include "programs.h"
struct { __uint(type, BPF_MAP_TYPE_ARRAY); __uint(max_entries, 4); __type(key, int); __type(value, long); } slots SEC(".maps");
SEC("tc") int pick(struct __sk_buff *skb)
{
    int i = 0;
    char *p = bpf_map_lookup_elem(&slots, &i);
    if (!p)
        return 0;
    return p[skb->len]; // here
}
char LICENSE[] SEC("license") = "GPL";
