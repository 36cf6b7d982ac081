// REQUIRES: never BPF_MAP_TYPE_SK_STORAGE without BPF_F_NO_PREALLOC
// REFUSED: failed to create
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

struct {
    __uint(type, BPF_MAP_TYPE_SK_STORAGE);
    __type(key, int);
    __type(value, long);
} map SEC(".maps");

SEC("tc") int prog(struct __sk_buff *ctx) {
    struct bpf_sock *socket = ctx->sk;
    if (socket)
        bpf_sk_storage_delete(&map, socket);
    return 0;
}

char _license[] SEC("license") = "GPL";
