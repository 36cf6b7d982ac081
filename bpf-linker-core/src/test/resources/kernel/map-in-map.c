// REQUIRES: 4.14 BPF_F_NUMA_NODE
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

struct inner {
    __uint(type, BPF_MAP_TYPE_ARRAY);
    __uint(max_entries, 1);
    __uint(map_flags, BPF_F_NUMA_NODE);
    __type(key, int);
    __type(value, long);
};

struct {
    __uint(type, BPF_MAP_TYPE_HASH_OF_MAPS);
    __uint(max_entries, 1);
    __type(key, int);
    __array(values, struct inner);
} map SEC(".maps");

SEC("socket") int prog(void *ctx) {
    int key = 0;
    return bpf_map_lookup_elem(&map, &key) != 0;
}

char _license[] SEC("license") = "GPL";
