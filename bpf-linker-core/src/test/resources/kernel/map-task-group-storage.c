// REQUIRES: 6.2 BPF_MAP_TYPE_CGRP_STORAGE
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

enum { CGRP_STORAGE = 32 };

struct {
    __uint(type, CGRP_STORAGE);
    __uint(map_flags, BPF_F_NO_PREALLOC);
    __type(key, int);
    __type(value, long);
} map SEC(".maps");

SEC("socket") int prog(void *ctx) {
    return 0;
}

char _license[] SEC("license") = "GPL";
