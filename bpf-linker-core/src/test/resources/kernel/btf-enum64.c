// REQUIRES: 3.19 socket, BPF_MAP_TYPE_ARRAY
// INFORMS: 6.0 ENUM64
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

enum wide { WIDE = 1ULL << 40 };
struct pair {
    enum wide wide;
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
