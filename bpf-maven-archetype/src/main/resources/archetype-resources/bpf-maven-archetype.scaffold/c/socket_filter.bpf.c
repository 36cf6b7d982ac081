/* Counts the packets of a socket by Ethernet protocol. */
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
#include <bpf/bpf_endian.h>

struct {
    __uint(type, BPF_MAP_TYPE_HASH);
    __uint(max_entries, 1024);
    __type(key, __u32);
    __type(value, __u64);
} counts SEC(".maps");

SEC("socket")
int count_received(struct __sk_buff *context)
{
    __u32 key = bpf_ntohs(context->protocol);
    __u64 one = 1;
    __u64 *count = bpf_map_lookup_elem(&counts, &key);

    if (count)
        __sync_fetch_and_add(count, 1);
    else
        bpf_map_update_elem(&counts, &key, &one, BPF_NOEXIST);
    return context->len; /* all of it */
}

char LICENSE[] SEC("license") = "Dual MIT/GPL";
