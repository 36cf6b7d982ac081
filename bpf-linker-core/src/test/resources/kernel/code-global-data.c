// REQUIRES: 5.2 map-value
// INFORMS: 5.2 DATASEC
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

int counter;

SEC("socket") int prog(void *ctx) {
    return ++counter;
}

char _license[] SEC("license") = "GPL";
