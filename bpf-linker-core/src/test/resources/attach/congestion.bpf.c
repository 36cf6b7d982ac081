#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

char LICENSE[] SEC("license") = "GPL";

#include "results.h"

struct sock;

struct tcp_congestion_ops {
	unsigned int (*ssthresh)(struct sock *sk);
	void (*cong_avoid)(struct sock *sk, unsigned int ack, unsigned int acked);
	unsigned int (*undo_cwnd)(struct sock *sk);
	char name[16];
};

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

/* Called for acknowledgements. */
SEC("struct_ops/cong_avoid")
void avoid(unsigned long long *ctx)
{
	count_at(0);
}

SEC("struct_ops/cong_avoid")
void avoid_otherwise(unsigned long long *ctx)
{
	count_at(1);
}

SEC("?.struct_ops.link")
struct tcp_congestion_ops linked = {
	.ssthresh = (void *)threshold,
	.cong_avoid = (void *)avoid,
	.undo_cwnd = (void *)undo,
	.name = "bpf_linked",
};

/* Takes the place of the one before, and so has its name. */
SEC("?.struct_ops.link")
struct tcp_congestion_ops replacing = {
	.ssthresh = (void *)threshold,
	.cong_avoid = (void *)avoid_otherwise,
	.undo_cwnd = (void *)undo,
	.name = "bpf_linked",
};

SEC("?.struct_ops")
struct tcp_congestion_ops registered = {
	.ssthresh = (void *)threshold,
	.cong_avoid = (void *)avoid,
	.undo_cwnd = (void *)undo,
	.name = "bpf_registered",
};

/* The kernel asks for ssthresh. */
SEC("?.struct_ops.link")
struct tcp_congestion_ops incomplete = {
	.cong_avoid = (void *)avoid,
	.undo_cwnd = (void *)undo,
	.name = "bpf_incomplete",
};
