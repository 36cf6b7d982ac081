// TYPES: uapi
#include <linux/bpf.h>
#include <linux/if_ether.h>
#include <linux/if_packet.h>
#include <linux/ip.h>
#include <linux/pkt_cls.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <bpf/bpf_endian.h>
#include <bpf/bpf_helpers.h>

struct event {
	uint32_t ifindex;
	uint32_t length;
	uint64_t at;
	bool host;
};

struct {
	__uint(type, BPF_MAP_TYPE_RINGBUF);
	__uint(max_entries, 4096);
} events SEC(".maps");

static bool report(struct __sk_buff *skb)
{
	struct event *event = bpf_ringbuf_reserve(&events, sizeof(*event), 0);

	if (!event)
		return false;
	event->ifindex = skb->ifindex;
	event->length = skb->len;
	event->at = bpf_ktime_get_ns();
	event->host = skb->pkt_type == PACKET_HOST;
	bpf_ringbuf_submit(event, BPF_RB_NO_WAKEUP);
	return true;
}

SEC("tc")
int ingress(struct __sk_buff *skb)
{
	struct bpf_tunnel_key key = {};
	uint8_t tos = 0, ttl = 32;

	if (skb->protocol != bpf_htons(ETH_P_IP))
		return TC_ACT_OK;
	if (!report(skb))
		return TC_ACT_SHOT;
	if (bpf_skb_load_bytes(skb, ETH_HLEN + offsetof(struct iphdr, tos), &tos, sizeof(tos)) < 0)
		return TC_ACT_UNSPEC;
	if (bpf_skb_store_bytes(skb, ETH_HLEN + offsetof(struct iphdr, ttl), &ttl, sizeof(ttl), BPF_F_RECOMPUTE_CSUM))
		return TC_ACT_SHOT;
	bpf_l3_csum_replace(skb, ETH_HLEN + offsetof(struct iphdr, check), 0, bpf_htons(1), 2);
	if (bpf_skb_get_tunnel_key(skb, &key, sizeof(key), 0) == 0 && key.tunnel_id == 7)
		return bpf_redirect(skb->ifindex, BPF_F_INGRESS);
	skb->mark = tos;
	skb->cb[0] = key.tunnel_id;
	skb->tstamp = 0;
	return TC_ACT_OK;
}

SEC("classifier")
int sockets(struct __sk_buff *skb)
{
	struct bpf_sock_tuple tuple = {};
	struct bpf_sock *sk;
	int verdict = TC_ACT_OK;

	tuple.ipv4.saddr = bpf_htonl(0x7f000001);
	tuple.ipv4.dport = bpf_htons(80);
	sk = bpf_sk_lookup_tcp(skb, &tuple, sizeof(tuple.ipv4), BPF_F_CURRENT_NETNS, 0);
	if (!sk)
		return verdict;
	if (sk->state != BPF_TCP_LISTEN)
		verdict = TC_ACT_SHOT;
	bpf_sk_release(sk);
	return verdict;
}

char _license[] SEC("license") = "GPL";
