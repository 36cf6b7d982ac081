/* The result of a lookup is not compared with null; newer kernels know that this key is there. */
#include "programs.h"
struct { __uint(type, BPF_MAP_TYPE_ARRAY); __uint(max_entries, 4); __type(key, int); __type(value, long); } slots SEC(".maps");
SEC("tc") int read(struct __sk_buff *skb)
{
    int i = 0;
    long *p = bpf_map_lookup_elem(&slots, &i);
    return *p; // here
}
char LICENSE[] SEC("license") = "GPL";
