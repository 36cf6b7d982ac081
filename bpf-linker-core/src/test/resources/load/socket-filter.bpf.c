// What a process without capabilities may load if the system permits it: an array and a filter of a socket.
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

struct {
    __uint(type, BPF_MAP_TYPE_ARRAY);
    __uint(max_entries, 4);
    __type(key, int);
    __type(value, long);
} counts SEC(".maps");

SEC("socket")
int counts_packets(struct __sk_buff *packet) {
    int key = 1;
    long *count = bpf_map_lookup_elem(&counts, &key);
    if (count)
        __sync_fetch_and_add(count, 1);
    return 0;
}

char _license[] SEC("license") = "GPL";
