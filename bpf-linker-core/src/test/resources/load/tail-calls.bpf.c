// A program array whose definition names programs, one of them before it, one behind it, one place empty.
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

SEC("xdp")
int first(struct xdp_md *context) {
    return XDP_DROP;
}

int last(struct xdp_md *context);

struct {
    __uint(type, BPF_MAP_TYPE_PROG_ARRAY);
    __uint(max_entries, 5);
    __uint(key_size, 4);
    __array(values, int(struct xdp_md *));
} steps SEC(".maps") = {.values = {[0] = &first, [3] = &last}};

SEC("xdp")
int starts(struct xdp_md *context) {
    bpf_tail_call(context, &steps, context->rx_queue_index);
    bpf_tail_call(context, &steps, 3);
    return XDP_PASS;
}

SEC("xdp")
int last(struct xdp_md *context) {
    return XDP_TX;
}

char _license[] SEC("license") = "GPL";
