#include <stdbool.h>
#include <linux/bpf.h>
#include <linux/ptrace.h>
#include <linux/errno.h>
#include <bpf/bpf_helpers.h>
#include <bpf/bpf_tracing.h>
#include <bpf/usdt.bpf.h>

char LICENSE[] SEC("license") = "GPL";

#include "results.h"

SEC("usdt")
int on_step(struct pt_regs *ctx)
{
	long value = 0;

	set(1, bpf_usdt_arg_cnt(ctx));
	bpf_usdt_arg(ctx, 0, &value);
	set(2, value);
	bpf_usdt_arg(ctx, 1, &value);
	set(3, value);
	bpf_usdt_arg(ctx, 2, &value);
	set(4, value);
	set(5, bpf_usdt_cookie(ctx));
	count();
	return 0;
}
