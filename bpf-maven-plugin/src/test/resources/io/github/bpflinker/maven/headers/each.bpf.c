// TYPES: bundled vmlinux
// Installed headers before Linux 6.4 have no struct bpf_iter_num.
#ifdef USE_VMLINUX
#include "vmlinux.h"
#else
#include <linux/bpf.h>
#endif
#include <bpf/bpf_helpers.h>

SEC("tc")
int numbers(struct __sk_buff *skb)
{
	int sum = skb->len, *at, *inner;

	bpf_for_each(num, at, 2, 6) {
		bpf_for_each(num, inner, 0, 2)
			sum += *at * *inner;
		if (sum > 1000)
			return sum;
	}
	return 0;
}

char LICENSE[] SEC("license") = "GPL";
