#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

struct {
    __uint(type, BPF_MAP_TYPE_ARRAY);
    __uint(max_entries, 1);
    __type(key, __u32);
    __type(value, __u64);
} packets SEC(".maps");

SEC("xdp")
int count(void *context)
{
    __u32 key = 0;
    __u64 *packet = bpf_map_lookup_elem(&packets, &key);

    if (packet)
        __sync_fetch_and_add(packet, 1);
    return XDP_PASS;
}

/* XDP programs can call this helper since Linux 6.2. */
SEC("?xdp")
int count_by_process(void *context)
{
    return bpf_get_current_pid_tgid() == 0 ? XDP_DROP : XDP_PASS;
}

char LICENSE[] SEC("license") = "GPL";
