/* Counts the packets that an interface receives and sends, and their bytes, by connection. */
#include <linux/if_ether.h>
#include <linux/pkt_cls.h>
#include "packet.h"

struct traffic {
    __u64 packets;
    __u64 bytes;
};

struct {
    __uint(type, BPF_MAP_TYPE_LRU_HASH);
    __uint(max_entries, 4096);
    __type(key, struct connection);
    __type(value, struct traffic);
} connections SEC(".maps");

SEC("tc")
int count_packets(struct __sk_buff *context)
{
    void *start = (void *)(long)context->data;
    void *end = (void *)(long)context->data_end;
    struct connection connection;
    struct traffic *known, first = { .packets = 1, .bytes = context->len };

    if (start + sizeof(struct ethhdr) > end || !read_connection(start + sizeof(struct ethhdr), end, &connection))
        return TC_ACT_OK;
    known = bpf_map_lookup_elem(&connections, &connection);
    if (known) {
        __sync_fetch_and_add(&known->packets, first.packets);
        __sync_fetch_and_add(&known->bytes, first.bytes);
    } else {
        bpf_map_update_elem(&connections, &connection, &first, BPF_ANY);
    }
    return TC_ACT_OK;
}

char LICENSE[] SEC("license") = "Dual MIT/GPL";
