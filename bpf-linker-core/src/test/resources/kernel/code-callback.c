// REQUIRES: 5.13 callback, bpf_for_each_map_elem
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

struct {
    __uint(type, BPF_MAP_TYPE_ARRAY);
    __uint(max_entries, 16);
    __type(key, int);
    __type(value, long);
} map SEC(".maps");

static long each(void *map, int *key, long *value, void *context) {
    return 0;
}

SEC("socket") int prog(void *ctx) {
    return bpf_for_each_map_elem(&map, each, 0, 0);
}

char _license[] SEC("license") = "GPL";
