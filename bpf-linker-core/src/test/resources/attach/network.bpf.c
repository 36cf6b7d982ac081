#include <linux/bpf.h>
#include <linux/if_ether.h>
#include <linux/in.h>
#include <linux/ip.h>
#include <linux/udp.h>
#include <bpf/bpf_endian.h>
#include <bpf/bpf_helpers.h>

char LICENSE[] SEC("license") = "GPL";

#include "results.h"

/* Packets to this UDP port of IPv4 count. */
#define PORT 4711

static __always_inline int is_ours(void *data, void *end)
{
	struct ethhdr *ethernet = data;
	struct iphdr *ip = data + sizeof(*ethernet);
	struct udphdr *udp = data + sizeof(*ethernet) + sizeof(*ip);

	return (void *)(udp + 1) <= end && ethernet->h_proto == bpf_htons(ETH_P_IP) && ip->protocol == IPPROTO_UDP &&
	       udp->dest == bpf_htons(PORT);
}

static __always_inline int meet(void *data, void *end)
{
	if (!is_ours(data, end))
		return XDP_PASS;
	count();
	return XDP_DROP;
}

SEC("?xdp")
int drops(struct xdp_md *ctx)
{
	return meet((void *)(long)ctx->data, (void *)(long)ctx->data_end);
}

SEC("?xdp.frags")
int drops_large(struct xdp_md *ctx)
{
	return meet((void *)(long)ctx->data, (void *)(long)ctx->data_end);
}

SEC("?xdp")
int passes(struct xdp_md *ctx)
{
	if (is_ours((void *)(long)ctx->data, (void *)(long)ctx->data_end))
		count_at(1);
	return XDP_PASS;
}

static __always_inline int append(struct __sk_buff *ctx, __u64 digit)
{
	__u32 place = 2;
	__u64 *order = bpf_map_lookup_elem(&results, &place);

	if (order && is_ours((void *)(long)ctx->data, (void *)(long)ctx->data_end)) {
		*order = *order * 10 + digit;
		count();
	}
	return -1;
}

SEC("?tc")
int first(struct __sk_buff *ctx)
{
	return append(ctx, 1);
}

SEC("?tc")
int second(struct __sk_buff *ctx)
{
	return append(ctx, 2);
}

SEC("?tc")
int third(struct __sk_buff *ctx)
{
	return append(ctx, 3);
}

struct sk_buff {
	unsigned int len;
} __attribute__((preserve_access_index));

struct bpf_nf_ctx {
	const void *state;
	struct sk_buff *skb;
} __attribute__((preserve_access_index));

SEC("?netfilter")
int refuses(struct bpf_nf_ctx *ctx)
{
	/* Packets with 28 bytes of headers and 100 of data. */
	if (ctx->skb->len != 128)
		return 1;
	count();
	return 0;
}

SEC("?socket")
int swallows(struct __sk_buff *ctx)
{
	count();
	return 0;
}

SEC("?sk_reuseport")
int selects(struct sk_reuseport_md *ctx)
{
	count();
	return SK_PASS;
}

struct {
	__uint(type, BPF_MAP_TYPE_SOCKMAP);
	__uint(max_entries, 2);
	__type(key, __u32);
	__type(value, __u64);
} sockets SEC(".maps");

SEC("?sk_lookup")
int leads(struct bpf_sk_lookup *ctx)
{
	struct bpf_sock *socket;
	__u32 key = 0;
	int error;

	if (ctx->local_port != PORT)
		return SK_PASS;
	socket = bpf_map_lookup_elem(&sockets, &key);
	if (!socket)
		return SK_DROP;
	error = bpf_sk_assign(ctx, socket, 0);
	bpf_sk_release(socket);
	count();
	return error ? SK_DROP : SK_PASS;
}

SEC("?sk_skb/stream_verdict")
int judges(struct __sk_buff *ctx)
{
	count();
	return SK_PASS;
}

SEC("?sk_msg")
int judges_messages(struct sk_msg_md *ctx)
{
	count();
	return SK_PASS;
}

SEC("?flow_dissector")
int dissects(struct __sk_buff *ctx)
{
	count();
	return 129; /* BPF_FLOW_DISSECTOR_CONTINUE */
}

/* Has the kernel look at the packet once more, by the flow dissector of the namespace. */
SEC("?tc")
int asks_for_flow(struct __sk_buff *ctx)
{
	if (is_ours((void *)(long)ctx->data, (void *)(long)ctx->data_end)) {
		set(3, bpf_get_hash_recalc(ctx));
		count_at(4);
	}
	return -1;
}
