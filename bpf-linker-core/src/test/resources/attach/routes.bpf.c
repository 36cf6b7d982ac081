#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

char LICENSE[] SEC("license") = "GPL";

#include "results.h"

SEC("?lwt_in")
int comes_in(struct __sk_buff *skb)
{
	count();
	return BPF_OK;
}

SEC("?lwt_out")
int goes_out(struct __sk_buff *skb)
{
	count();
	return BPF_OK;
}

SEC("?lwt_xmit")
int is_sent(struct __sk_buff *skb)
{
	count();
	return BPF_OK;
}

SEC("?lwt_xmit")
int is_dropped(struct __sk_buff *skb)
{
	count_at(1);
	return BPF_DROP;
}

SEC("?lwt_seg6local")
int has_segments(struct __sk_buff *skb)
{
	count();
	return BPF_OK;
}
