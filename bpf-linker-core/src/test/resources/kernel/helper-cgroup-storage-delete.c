// REQUIRES: 6.2 bpf_cgrp_storage_delete BPF_MAP_TYPE_CGRP_STORAGE
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

enum { CGRP_STORAGE = 32 };
static long (*cgrp_storage_delete)(void *map, void *cgroup) = (void *)211;

struct {
    __uint(type, CGRP_STORAGE);
    __uint(map_flags, BPF_F_NO_PREALLOC);
    __type(key, int);
    __type(value, long);
} map SEC(".maps");

SEC("tp_btf/sys_enter") int prog(void *ctx) {
    return cgrp_storage_delete(&map, ctx);
}

char _license[] SEC("license") = "GPL";
