// A program that ends by an exception, whose callback decides what it returns (Linux 6.7).
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

#define __exception_cb(name) __attribute__((btf_decl_tag("exception_callback:" #name)))

extern void bpf_throw(__u64 cookie) __ksym;

__attribute__((noinline)) int caught(__u64 cookie) {
    return cookie + 40;
}

__attribute__((noinline)) static int deep(struct __sk_buff *packet) {
    if (packet->len > 100)
        bpf_throw(2);
    return packet->len;
}

SEC("tc")
__exception_cb(caught)
int throws(struct __sk_buff *packet) {
    return deep(packet) + 1;
}

SEC("tc")
int throws_by_default(struct __sk_buff *packet) {
    return deep(packet) + 1;
}

char _license[] SEC("license") = "GPL";
