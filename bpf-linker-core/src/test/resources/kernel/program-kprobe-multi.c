// REQUIRES: 4.17 kprobe.multi
// ATTACHES: 5.18 kprobe.multi
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

SEC("kprobe.multi/do_nothing") int prog(void *ctx) {
    return 0;
}

char _license[] SEC("license") = "GPL";
