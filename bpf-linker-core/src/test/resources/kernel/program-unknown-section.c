// REQUIRES: never my_own_loader
// VM: no, only its own loader knows the type
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

SEC("my_own_loader") int prog(void *ctx) {
    char c;
    return bpf_skb_load_bytes(ctx, 0, &c, 1) + c;
}

char _license[] SEC("license") = "GPL";
