/* Refuses connections of a group of processes to some ports, and reports them. */
#include "packet.h"

/* The refused ports, and how many packets to each were refused. */
struct {
    __uint(type, BPF_MAP_TYPE_HASH);
    __uint(max_entries, 1024);
    __type(key, __u32);
    __type(value, __u64);
} rules SEC(".maps");

struct {
    __uint(type, BPF_MAP_TYPE_RINGBUF);
    __uint(max_entries, 256 * 1024);
} refusals SEC(".maps");

/* What refusals carries, for the classes that are generated. */
const struct connection *type_of_refusals __attribute__((unused));

SEC("cgroup_skb/egress")
int filter_sent(struct __sk_buff *context)
{
    void *start = (void *)(long)context->data;
    void *end = (void *)(long)context->data_end;
    struct connection connection;
    __u64 *count;
    __u32 port;

    if (!read_connection(start, end, &connection))
        return 1; /* let it pass */
    port = connection.destination_port;
    count = bpf_map_lookup_elem(&rules, &port);
    if (!count)
        return 1;
    __sync_fetch_and_add(count, 1);
    bpf_ringbuf_output(&refusals, &connection, sizeof(connection), 0);
    return 0; /* drop it */
}

char LICENSE[] SEC("license") = "Dual MIT/GPL";
