// REQUIRES: 6.9 BPF_MAP_TYPE_ARENA
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

enum { ARENA = 33 };

struct {
    __uint(type, ARENA);
    __uint(max_entries, 16);
    __uint(map_flags, BPF_F_MMAPABLE);
} map SEC(".maps");

SEC("socket") int prog(void *ctx) {
    return 0;
}

char _license[] SEC("license") = "GPL";
