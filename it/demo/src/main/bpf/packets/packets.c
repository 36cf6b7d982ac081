/* SPDX-License-Identifier: Apache-2.0
 *
 * Counts packets by IP protocol, those that come in at XDP and those that go out at traffic control.
 */
#include "bpf.h"
#include "protocol.h"

struct counters {
    MAP_UINT(type, BPF_MAP_TYPE_PERCPU_ARRAY);
    MAP_UINT(max_entries, 256);
    MAP_TYPE(key, u32);
    MAP_TYPE(value, u64);
};

struct counters received SEC(".maps");
struct counters sent SEC(".maps");

static void count(struct counters *map, u32 protocol)
{
    u64 *counter = bpf_map_lookup_elem(map, &protocol);

    if (counter)
        (*counter)++;
}

SEC("xdp") int count_received(struct xdp_md *context)
{
    count(&received, protocol_of((void *)(u64)context->data, (void *)(u64)context->data_end));
    return XDP_PASS;
}

SEC("tc") int count_sent(struct __sk_buff *context)
{
    count(&sent, protocol_of((void *)(u64)context->data, (void *)(u64)context->data_end));
    return TC_ACT_UNSPEC;
}

SEC("license") char LICENSE[] = "Apache-2.0";
