// REQUIRES: 4.20 BPF_MAP_TYPE_QUEUE, bpf_map_pop_elem
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

struct {
    __uint(type, BPF_MAP_TYPE_QUEUE);
    __uint(max_entries, 16);
    __type(value, long);
} map SEC(".maps");

SEC("socket") int prog(void *ctx) {
    long value = 0;
    bpf_map_pop_elem(&map, &value);
    return value;
}

char _license[] SEC("license") = "GPL";
