// Structs of operations, and programs of other kinds that the kernel must find something for.
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
#include <bpf/bpf_tracing.h>

struct sock;

struct tcp_congestion_ops {
    unsigned int (*ssthresh)(struct sock *sk);
    void (*cong_avoid)(struct sock *sk, unsigned int ack, unsigned int acked);
    unsigned int (*undo_cwnd)(struct sock *sk);
    unsigned int flags;
    char name[16];
};

char LICENSE[] SEC("license") = "GPL";

SEC("struct_ops/ssthresh")
unsigned int threshold(unsigned long long *ctx)
{
    return 2;
}

SEC("struct_ops/undo_cwnd")
unsigned int undo(unsigned long long *ctx)
{
    return 10;
}

SEC("struct_ops/cong_avoid")
void avoid(unsigned long long *ctx)
{
}

SEC(".struct_ops")
struct tcp_congestion_ops mine = {
    .ssthresh = (void *)threshold,
    .cong_avoid = (void *)avoid,
    .undo_cwnd = (void *)undo,
    .flags = 1,
    .name = "bpf_mine",
};

SEC("iter/task")
int dump(void *ctx)
{
    return 0;
}

SEC("?fentry/do_exit")
int entered(void *ctx)
{
    return 0;
}

SEC("?freplace/replaced")
int replacement(void *ctx)
{
    return 0;
}
