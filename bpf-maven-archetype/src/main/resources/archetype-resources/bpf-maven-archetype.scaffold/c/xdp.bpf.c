/* Counts the packets that come in, and their bytes, by sender and protocol. */
#include <linux/if_ether.h>
#include "packet.h"

struct source {
    __u8 address[16]; /* IPv6, or IPv4 as ::ffff:a.b.c.d */
    __u32 protocol;
};

struct traffic {
    __u64 packets;
    __u64 bytes;
};

struct {
    __uint(type, BPF_MAP_TYPE_LRU_HASH);
    __uint(max_entries, 4096);
    __type(key, struct source);
    __type(value, struct traffic);
} sources SEC(".maps");

SEC("xdp")
int count_received(struct xdp_md *context)
{
    void *start = (void *)(long)context->data;
    void *end = (void *)(long)context->data_end;
    struct connection connection;
    struct source source = {};
    struct traffic *known, first = { .packets = 1, .bytes = end - start };

    if (start + sizeof(struct ethhdr) > end || !read_connection(start + sizeof(struct ethhdr), end, &connection))
        return XDP_PASS;
    __builtin_memcpy(source.address, connection.source, sizeof(source.address));
    source.protocol = connection.protocol;
    known = bpf_map_lookup_elem(&sources, &source);
    if (known) {
        __sync_fetch_and_add(&known->packets, first.packets);
        __sync_fetch_and_add(&known->bytes, first.bytes);
    } else {
        bpf_map_update_elem(&sources, &source, &first, BPF_ANY);
    }
    return XDP_PASS;
}

char LICENSE[] SEC("license") = "Dual MIT/GPL";
