// TYPES: uapi vmlinux
#ifdef USE_VMLINUX
#include "vmlinux.h"
#else
#include <linux/bpf.h>
#include <linux/in.h>
#include <linux/tcp.h>
#endif
#include <bpf/bpf_endian.h>
#include <bpf/bpf_helpers.h>

struct {
	__uint(type, BPF_MAP_TYPE_SOCKHASH);
	__uint(max_entries, 16);
	__type(key, __u32);
	__type(value, __u64);
} peers SEC(".maps");

struct {
	__uint(type, BPF_MAP_TYPE_SK_STORAGE);
	__uint(map_flags, BPF_F_NO_PREALLOC);
	__type(key, int);
	__type(value, __u64);
} per_socket SEC(".maps");

SEC("sockops")
int events(struct bpf_sock_ops *ctx)
{
	__u32 key = ctx->remote_ip4;
	struct bpf_sock *sk = ctx->sk;

	switch (ctx->op) {
	case BPF_SOCK_OPS_PASSIVE_ESTABLISHED_CB:
		bpf_sock_hash_update(ctx, &peers, &key, BPF_NOEXIST);
		bpf_sock_ops_cb_flags_set(ctx, BPF_SOCK_OPS_STATE_CB_FLAG | BPF_SOCK_OPS_RTT_CB_FLAG);
		break;
	case BPF_SOCK_OPS_STATE_CB:
		if (ctx->args[1] == BPF_TCP_CLOSE && sk)
			bpf_sk_storage_delete(&per_socket, sk);
		break;
	}
	return 1;
}

SEC("sk_msg")
int message(struct sk_msg_md *msg)
{
	__u32 key = msg->remote_ip4;
	__u8 *data = msg->data;

	if (data + 1 <= (__u8 *)msg->data_end && data[0] == 'x')
		return SK_DROP;
	bpf_msg_apply_bytes(msg, msg->size);
	return bpf_msg_redirect_hash(msg, &peers, &key, BPF_F_INGRESS);
}

SEC("cgroup/connect4")
int connect4(struct bpf_sock_addr *ctx)
{
	if (ctx->protocol == IPPROTO_TCP && ctx->user_port == bpf_htons(80))
		ctx->user_port = bpf_htons(8080);
	return 1;
}

SEC("cgroup/sock_create")
int create(struct bpf_sock *ctx)
{
	ctx->mark = 7;
	return ctx->family == 2;
}

SEC("cgroup_skb/ingress")
int packets(struct __sk_buff *skb)
{
	struct bpf_sock *sk = skb->sk;
	__u64 *bytes;

	if (!sk || !(sk = bpf_sk_fullsock(sk)))
		return 1;
	bytes = bpf_sk_storage_get(&per_socket, sk, 0, BPF_SK_STORAGE_GET_F_CREATE);
	if (bytes)
		__sync_fetch_and_add(bytes, skb->len);
	return 1;
}

SEC("cgroup/dev")
int device(struct bpf_cgroup_dev_ctx *ctx)
{
	return (ctx->access_type >> 16) == 2 /* read */ && ctx->major == 1;
}

SEC("cgroup/sysctl")
int sysctl(struct bpf_sysctl *ctx)
{
	char name[32] = {};

	bpf_sysctl_get_name(ctx, name, sizeof(name), BPF_F_SYSCTL_BASE_NAME);
	return !ctx->write;
}

SEC("cgroup/getsockopt")
int option(struct bpf_sockopt *ctx)
{
	__u8 *value = ctx->optval;

	if (value + 1 <= (__u8 *)ctx->optval_end && ctx->level == 1)
		value[0] = 0;
	return 1;
}

SEC("sk_lookup")
int lookup(struct bpf_sk_lookup *ctx)
{
	return ctx->local_port == 53 && ctx->remote_port == bpf_htons(5) && ctx->family ? SK_DROP : SK_PASS;
}

SEC("socket")
int filter(struct __sk_buff *skb)
{
	return skb->protocol == bpf_htons(0x0800) ? (int)skb->len : 0;
}

SEC("flow_dissector")
int dissect(struct __sk_buff *skb)
{
	struct bpf_flow_keys *keys = skb->flow_keys;

	keys->n_proto = bpf_htons(0x0800);
	return keys->nhoff ? BPF_OK : BPF_DROP;
}

char LICENSE[] SEC("license") = "GPL";
