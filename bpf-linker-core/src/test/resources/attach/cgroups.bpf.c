#include <linux/bpf.h>
#include <bpf/bpf_endian.h>
#include <bpf/bpf_helpers.h>

char LICENSE[] SEC("license") = "GPL";

#include "results.h"

SEC("?cgroup/connect4")
int connects(struct bpf_sock_addr *ctx)
{
	count();
	return 0;
}

SEC("?cgroup/connect4")
int watches(struct bpf_sock_addr *ctx)
{
	count_at(1);
	return 1;
}

SEC("?cgroup_skb/egress")
int leaves(struct __sk_buff *ctx)
{
	count();
	return 1;
}

SEC("?cgroup/sock_create")
int creates(struct bpf_sock *ctx)
{
	count();
	return 0;
}

SEC("?cgroup/sysctl")
int reads(struct bpf_sysctl *ctx)
{
	count();
	return 0;
}

SEC("?cgroup/dev")
int opens(struct bpf_cgroup_dev_ctx *ctx)
{
	count();
	return 0;
}

SEC("?cgroup/setsockopt")
int sets(struct bpf_sockopt *ctx)
{
	count();
	return 0;
}

SEC("?cgroup/getsockopt")
int gets(struct bpf_sockopt *ctx)
{
	count();
	return 1;
}

SEC("?sockops")
int operates(struct bpf_sock_ops *ctx)
{
	count();
	return 1;
}

static __always_inline int append(__u64 digit)
{
	__u32 place = 1;
	__u64 *order = bpf_map_lookup_elem(&results, &place);

	if (order)
		*order = *order * 10 + digit;
	return 1;
}

SEC("?cgroup_skb/egress")
int leaves_first(struct __sk_buff *ctx)
{
	return append(1);
}

SEC("?cgroup_skb/egress")
int leaves_second(struct __sk_buff *ctx)
{
	return append(2);
}

SEC("?cgroup_skb/egress")
int leaves_third(struct __sk_buff *ctx)
{
	return append(3);
}
