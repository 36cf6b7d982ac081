/* What is wrong is in a function that the program calls. */
#include "programs.h"
struct { __uint(type, BPF_MAP_TYPE_ARRAY); __uint(max_entries, 4); __type(key, int); __type(value, long); } slots SEC(".maps");
static __attribute__((noinline)) int fetch(int i)
{
    long *p = bpf_map_lookup_elem(&slots, &i);
    return *p; // here
}
SEC("tc") int outer(struct __sk_buff *skb)
{
    return fetch(skb->len);
}
char LICENSE[] SEC("license") = "GPL";
