// TYPES: uapi
#include <linux/bpf.h>
#include <linux/if_ether.h>
#include <linux/in.h>
#include <linux/ip.h>
#include <linux/ipv6.h>
#include <linux/tcp.h>
#include <linux/udp.h>
#include <linux/icmp.h>
#include <linux/icmpv6.h>
#include <bpf/bpf_endian.h>
#include <bpf/bpf_helpers.h>

struct vlan_hdr {
	__be16 h_vlan_TCI;
	__be16 h_vlan_encapsulated_proto;
};

struct flow {
	__be32 saddr;
	__be32 daddr;
	__be16 sport;
	__be16 dport;
	__u32 protocol;
};

struct counter {
	__u64 packets;
	__u64 bytes;
};

struct prefix {
	struct bpf_lpm_trie_key_hdr hdr;
	__be32 address;
};

struct {
	__uint(type, BPF_MAP_TYPE_LRU_HASH);
	__uint(max_entries, 1024);
	__type(key, struct flow);
	__type(value, struct counter);
} flows SEC(".maps");

struct {
	__uint(type, BPF_MAP_TYPE_PERCPU_ARRAY);
	__uint(max_entries, 5);
	__type(key, __u32);
	__type(value, __u64);
} verdicts SEC(".maps");

struct {
	__uint(type, BPF_MAP_TYPE_LPM_TRIE);
	__uint(max_entries, 64);
	__uint(map_flags, BPF_F_NO_PREALLOC);
	__type(key, struct prefix);
	__type(value, __u32);
} blocked SEC(".maps");

struct {
	__uint(type, BPF_MAP_TYPE_DEVMAP_HASH);
	__uint(max_entries, 8);
	__type(key, __u32);
	__type(value, struct bpf_devmap_val);
} devices SEC(".maps");

const volatile __u32 forward_to = 0;

static __always_inline int count(int verdict)
{
	__u32 key = verdict;
	__u64 *value = bpf_map_lookup_elem(&verdicts, &key);

	if (value)
		*value += 1;
	return verdict;
}

static __always_inline int ipv4(void *data, void *end)
{
	struct iphdr *ip = data;
	struct flow flow = {};
	struct prefix prefix = {.hdr.prefixlen = 32};
	struct counter first = {.packets = 1}, *seen;

	if ((void *)(ip + 1) > end || ip->version != 4 || ip->ihl < 5)
		return XDP_DROP;
	prefix.address = ip->saddr;
	if (bpf_map_lookup_elem(&blocked, &prefix))
		return XDP_DROP;
	flow.saddr = ip->addrs.saddr;
	flow.daddr = ip->addrs.daddr;
	flow.protocol = ip->protocol;
	if (ip->protocol == IPPROTO_TCP) {
		struct tcphdr *tcp = data + ip->ihl * 4;

		if ((void *)(tcp + 1) > end)
			return XDP_DROP;
		if (tcp->syn && tcp->fin)
			return XDP_DROP;
		flow.sport = tcp->source;
		flow.dport = tcp->dest;
	} else if (ip->protocol == IPPROTO_UDP) {
		struct udphdr *udp = data + ip->ihl * 4;

		if ((void *)(udp + 1) > end)
			return XDP_DROP;
		flow.sport = udp->source;
		flow.dport = udp->dest;
	} else if (ip->protocol == IPPROTO_ICMP) {
		struct icmphdr *icmp = data + ip->ihl * 4;

		if ((void *)(icmp + 1) > end || icmp->type == ICMP_ECHO)
			return XDP_DROP;
	}
	seen = bpf_map_lookup_elem(&flows, &flow);
	if (seen) {
		__sync_fetch_and_add(&seen->packets, 1);
		__sync_fetch_and_add(&seen->bytes, bpf_ntohs(ip->tot_len));
	} else {
		first.bytes = bpf_ntohs(ip->tot_len);
		bpf_map_update_elem(&flows, &flow, &first, BPF_NOEXIST);
	}
	return XDP_PASS;
}

static __always_inline int ipv6(void *data, void *end)
{
	struct ipv6hdr *ip = data;
	struct icmp6hdr *icmp = data + sizeof(*ip);

	if ((void *)(ip + 1) > end)
		return XDP_DROP;
	if (ip->nexthdr != IPPROTO_ICMPV6)
		return ip->saddr.s6_addr32[0] == bpf_htonl(0x20010db8) ? XDP_DROP : XDP_PASS;
	if ((void *)(icmp + 1) > end)
		return XDP_DROP;
	return icmp->icmp6_type == ICMPV6_ECHO_REQUEST && icmp->icmp6_sequence == 0 ? XDP_TX : XDP_PASS;
}

SEC("xdp")
int filter(struct xdp_md *ctx)
{
	void *end = (void *)(long)ctx->data_end;
	void *data = (void *)(long)ctx->data;
	struct ethhdr *eth = data;
	__be16 protocol;

	if ((void *)(eth + 1) > end)
		return count(XDP_ABORTED);
	protocol = eth->h_proto;
	data = eth + 1;
	if (protocol == bpf_htons(ETH_P_8021Q) || protocol == bpf_htons(ETH_P_8021AD)) {
		struct vlan_hdr *vlan = data;

		if ((void *)(vlan + 1) > end)
			return count(XDP_ABORTED);
		protocol = vlan->h_vlan_encapsulated_proto;
		data = vlan + 1;
	}
	switch (protocol) {
	case bpf_htons(ETH_P_IP):
		return count(ipv4(data, end));
	case bpf_htons(ETH_P_IPV6):
		return count(ipv6(data, end));
	}
	return forward_to ? bpf_redirect_map(&devices, forward_to, XDP_PASS) : XDP_PASS;
}

SEC("xdp")
int route(struct xdp_md *ctx)
{
	struct bpf_fib_lookup fib = {.family = 2, .ifindex = ctx->ingress_ifindex};
	void *end = (void *)(long)ctx->data_end;
	struct ethhdr *eth = (void *)(long)ctx->data;

	if ((void *)(eth + 1) > end)
		return XDP_DROP;
	switch (bpf_fib_lookup(ctx, &fib, sizeof(fib), BPF_FIB_LOOKUP_DIRECT)) {
	case BPF_FIB_LKUP_RET_SUCCESS:
		__builtin_memcpy(eth->h_dest, fib.dmac, ETH_ALEN);
		__builtin_memcpy(eth->h_source, fib.smac, ETH_ALEN);
		return bpf_redirect(fib.ifindex, 0);
	case BPF_FIB_LKUP_RET_BLACKHOLE:
		return XDP_DROP;
	default:
		return XDP_PASS;
	}
}

char LICENSE[] SEC("license") = "GPL";
