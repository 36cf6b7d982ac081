// REQUIRES: 6.1 BPF_MAP_TYPE_USER_RINGBUF
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

enum { USER_RINGBUF = 31 };

struct {
    __uint(type, USER_RINGBUF);
    __uint(max_entries, 4096);
} map SEC(".maps");

SEC("socket") int prog(void *ctx) {
    return 0;
}

char _license[] SEC("license") = "GPL";
