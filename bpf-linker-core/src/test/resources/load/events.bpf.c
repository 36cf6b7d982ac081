// A ring buffer, which Linux 5.8 brought.
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

struct {
    __uint(type, BPF_MAP_TYPE_RINGBUF);
    __uint(max_entries, 4096);
} events SEC(".maps");

SEC("raw_tp/sched_switch")
int reports(void *context) {
    __u64 *event = bpf_ringbuf_reserve(&events, sizeof *event, 0);
    if (event) {
        *event = 7;
        bpf_ringbuf_submit(event, 0);
    }
    return 0;
}

char _license[] SEC("license") = "GPL";
