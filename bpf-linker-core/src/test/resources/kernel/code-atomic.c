// REQUIRES: 5.12 atomic
// FLAGS: -mcpu=v3
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

struct {
    __uint(type, BPF_MAP_TYPE_ARRAY);
    __uint(max_entries, 16);
    __type(key, int);
    __type(value, long);
} map SEC(".maps");

SEC("socket") int prog(void *ctx) {
    int key = 0;
    long *value = bpf_map_lookup_elem(&map, &key);
    return value ? __sync_fetch_and_or(value, 4) : 0;
}

char _license[] SEC("license") = "GPL";
