/* Counts the packets that come in, by IP protocol. */
#include <linux/bpf.h>
#include <linux/if_ether.h>
#include <linux/ip.h>
#include <linux/ipv6.h>
#include <bpf/bpf_endian.h>
#include <bpf/bpf_helpers.h>

struct {
    __uint(type, BPF_MAP_TYPE_PERCPU_ARRAY);
    __uint(max_entries, 256);
    __type(key, __u32);
    __type(value, __u64);
} packets SEC(".maps");

/* The IP protocol of an Ethernet frame; 0 if it is neither IPv4 nor IPv6, or cut short. */
static __always_inline __u32 protocol_of(void *frame, void *end)
{
    struct ethhdr *ethernet = frame;

    if ((void *)(ethernet + 1) > end)
        return 0;
    if (ethernet->h_proto == bpf_htons(ETH_P_IP)) {
        struct iphdr *ip = (void *)(ethernet + 1);
        return (void *)(ip + 1) > end ? 0 : ip->protocol;
    }
    if (ethernet->h_proto == bpf_htons(ETH_P_IPV6)) {
        struct ipv6hdr *ip = (void *)(ethernet + 1);
        return (void *)(ip + 1) > end ? 0 : ip->nexthdr;
    }
    return 0;
}

SEC("xdp")
int count_packets(struct xdp_md *context)
{
    __u32 protocol = protocol_of((void *)(long)context->data, (void *)(long)context->data_end);
    __u64 *count = bpf_map_lookup_elem(&packets, &protocol);

    if (count)
        (*count)++;
    return XDP_PASS;
}

char LICENSE[] SEC("license") = "Dual MIT/GPL";
