/* Passes or drops the packets that an interface receives, by rules for senders, protocols and ports. */
#include <linux/bpf.h>
#include <linux/if_ether.h>
#include <linux/in.h>
#include <linux/ip.h>
#include <linux/ipv6.h>
#include <bpf/bpf_endian.h>
#include <bpf/bpf_helpers.h>

struct rule {
    __u32 bits; /* so many of what follows have to be those of the packet */
    __u16 protocol;
    __u16 port; /* of the receiver; 0 if it has none, as fragments and IPv6 with further headers */
    __u8 sender[16]; /* IPv4 as ::ffff:a.b.c.d */
};

struct verdict {
    __u64 packets;
    _Bool drop;
};

struct {
    __uint(type, BPF_MAP_TYPE_LPM_TRIE);
    __uint(max_entries, 4096);
    __uint(map_flags, BPF_F_NO_PREALLOC);
    __type(key, struct rule);
    __type(value, struct verdict);
} rules SEC(".maps");

SEC("xdp")
int filter(struct xdp_md *context)
{
    void *start = (void *)(long)context->data, *end = (void *)(long)context->data_end;
    struct ethhdr *frame = start;
    struct iphdr *v4 = (void *)(frame + 1);
    struct ipv6hdr *v6 = (void *)(frame + 1);
    struct rule packet = { .bits = 160, .sender = { [10] = 0xff, [11] = 0xff } };
    __be16 *ports = (void *)(v6 + 1);

    if ((void *)(v4 + 1) <= end && frame->h_proto == bpf_htons(ETH_P_IP)) {
        __builtin_memcpy(packet.sender + 12, &v4->saddr, 4);
        packet.protocol = v4->protocol;
        ports = v4->frag_off & bpf_htons(0x1fff) ? 0 : (void *)v4 + v4->ihl * 4;
    } else if ((void *)(v6 + 1) <= end && frame->h_proto == bpf_htons(ETH_P_IPV6)) {
        __builtin_memcpy(packet.sender, &v6->saddr, 16);
        packet.protocol = v6->nexthdr;
    } else {
        return XDP_PASS;
    }
    if (ports && (void *)(ports + 2) <= end && (packet.protocol == IPPROTO_TCP || packet.protocol == IPPROTO_UDP))
        packet.port = bpf_ntohs(ports[1]);
    for (int i = 0; i < 3; i++) { /* rules for the port, for all of the protocol, for all */
        struct verdict *verdict = bpf_map_lookup_elem(&rules, &packet);

        if (verdict) {
            __sync_fetch_and_add(&verdict->packets, 1);
            return verdict->drop ? XDP_DROP : XDP_PASS;
        }
        if (!packet.port)
            packet.protocol = 0;
        packet.port = 0;
    }
    return XDP_PASS;
}

char LICENSE[] SEC("license") = "Dual MIT/GPL";
