// REQUIRES: 3.19 socket, BPF_MAP_TYPE_ARRAY
// INFORMS: 5.0 bit-field
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

struct pair {
    int count : 3;
};

struct {
    __uint(type, BPF_MAP_TYPE_ARRAY);
    __uint(max_entries, 16);
    __type(key, int);
    __type(value, struct pair);
} map SEC(".maps");

SEC("socket") int prog(void *ctx) {
    return 0;
}

char _license[] SEC("license") = "GPL";
