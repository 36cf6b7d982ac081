/* A lock that is not given back. */
#include "programs.h"
struct box { struct bpf_spin_lock l; long c; };
struct { __uint(type, BPF_MAP_TYPE_ARRAY); __uint(max_entries, 4); __type(key, int); __type(value, struct box); } slots SEC(".maps");
SEC("tc") int take(struct __sk_buff *skb)
{
    int i = 0;
    struct box *p = bpf_map_lookup_elem(&slots, &i);
    if (!p)
        return 0;
    bpf_spin_lock(&p->l);
    p->c++;
    return 1; // here
}
char LICENSE[] SEC("license") = "GPL";
