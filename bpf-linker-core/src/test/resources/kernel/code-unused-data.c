// REQUIRES: 3.19 socket
// INFORMS: 5.2 DATASEC
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

int counter;

SEC("socket") int prog(void *ctx) {
    return 0;
}

char _license[] SEC("license") = "GPL";
