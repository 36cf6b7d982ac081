/* A number where a helper wants an address. */
#include "programs.h"
struct { __uint(type, BPF_MAP_TYPE_ARRAY); __uint(max_entries, 4); __type(key, int); __type(value, long); } slots SEC(".maps");
SEC("tc") int store(struct __sk_buff *skb)
{
    int i = 0;
    return bpf_map_update_elem(&slots, &i, (void *)4, 0); // here
}
char LICENSE[] SEC("license") = "GPL";
