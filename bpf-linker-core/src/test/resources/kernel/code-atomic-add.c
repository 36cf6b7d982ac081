// REQUIRES: 4.1 bpf_get_prandom_u32
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

struct {
    __uint(type, BPF_MAP_TYPE_ARRAY);
    __uint(max_entries, 16);
    __type(key, int);
    __type(value, long);
} map SEC(".maps");

SEC("socket") int prog(void *ctx) {
    int key = bpf_get_prandom_u32() & 1;
    long *value = bpf_map_lookup_elem(&map, &key);
    if (value) {
        __sync_fetch_and_add(value, 4);
    }
    return 0;
}

char _license[] SEC("license") = "GPL";
