// REQUIRES: 4.11 BPF_MAP_TYPE_LPM_TRIE
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

struct {
    __uint(type, BPF_MAP_TYPE_LPM_TRIE);
    __uint(max_entries, 16);
    __uint(key_size, 8);
    __type(value, long);
    __uint(map_flags, BPF_F_NO_PREALLOC);
} map SEC(".maps");

SEC("socket") int prog(void *ctx) {
    long key = 8;
    return bpf_map_lookup_elem(&map, &key) != 0;
}

char _license[] SEC("license") = "GPL";
