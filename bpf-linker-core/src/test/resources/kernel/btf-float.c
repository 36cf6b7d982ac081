// REQUIRES: 3.19 socket, BPF_MAP_TYPE_ARRAY
// INFORMS: 5.13 FLOAT
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

struct pair {
    double ratio;
} __attribute__((preserve_access_index));

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
