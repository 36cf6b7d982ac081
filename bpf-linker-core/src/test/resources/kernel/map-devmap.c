// REQUIRES: 4.14 BPF_MAP_TYPE_DEVMAP, bpf_redirect_map
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

struct {
    __uint(type, BPF_MAP_TYPE_DEVMAP);
    __uint(max_entries, 16);
    __type(key, int);
    __type(value, int);
} map SEC(".maps");

SEC("xdp") int prog(void *ctx) {
    return bpf_redirect_map(&map, 0, 0);
}

char _license[] SEC("license") = "GPL";
