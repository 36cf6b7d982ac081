// REQUIRES: never helper #9999
// REFUSED: invalid func unknown#9999
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

static long (*helper)(void) = (void *)9999;

SEC("socket") int prog(void *ctx) {
    return helper();
}

char _license[] SEC("license") = "GPL";
