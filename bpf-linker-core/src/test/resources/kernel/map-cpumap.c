// REQUIRES: 4.15 BPF_MAP_TYPE_CPUMAP
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

struct {
    __uint(type, BPF_MAP_TYPE_CPUMAP);
    __uint(max_entries, 16);
    __type(key, int);
    __type(value, int);
} map SEC(".maps");

SEC("xdp") int prog(void *ctx) {
    return bpf_redirect_map(&map, 0, 0);
}

char _license[] SEC("license") = "GPL";
