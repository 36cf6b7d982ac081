// REQUIRES: 4.9 perf_event
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

SEC("perf_event") int prog(void *ctx) {
    return 0;
}

char _license[] SEC("license") = "GPL";
