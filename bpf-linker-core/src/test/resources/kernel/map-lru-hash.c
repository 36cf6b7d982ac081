// REQUIRES: 4.10 BPF_MAP_TYPE_LRU_HASH
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

struct {
    __uint(type, BPF_MAP_TYPE_LRU_HASH);
    __uint(max_entries, 16);
    __type(key, int);
    __type(value, long);
} map SEC(".maps");

SEC("socket") int prog(void *ctx) {
    int key = 0;
    return bpf_map_lookup_elem(&map, &key) != 0;
}

char _license[] SEC("license") = "GPL";
