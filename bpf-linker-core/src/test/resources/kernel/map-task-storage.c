// REQUIRES: 5.11 BPF_MAP_TYPE_TASK_STORAGE
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

struct {
    __uint(type, BPF_MAP_TYPE_TASK_STORAGE);
    __type(key, int);
    __type(value, long);
    __uint(map_flags, BPF_F_NO_PREALLOC);
} map SEC(".maps");

SEC("socket") int prog(void *ctx) {
    return 0;
}

char _license[] SEC("license") = "GPL";
