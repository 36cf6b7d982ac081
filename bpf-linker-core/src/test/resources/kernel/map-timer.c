// REQUIRES: 4.1 tc
// INFORMS: 5.15 bpf_timer
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

struct value {
    long count;
    struct bpf_timer timer;
};

struct {
    __uint(type, BPF_MAP_TYPE_ARRAY);
    __uint(max_entries, 16);
    __type(key, int);
    __type(value, struct value);
} map SEC(".maps");

SEC("tc") int prog(void *ctx) {
    return 0;
}

char _license[] SEC("license") = "GPL";
