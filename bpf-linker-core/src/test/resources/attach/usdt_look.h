/* A program for a tracepoint with up to three arguments, with the header that comes with bpf:compile. */
#include <linux/bpf.h>
#include <linux/ptrace.h>
#include "../../../../../bpf-maven-plugin/src/main/resources/io/github/bpflinker/maven/include/bpf/usdt.bpf.h"

char LICENSE[] SEC("license") = "GPL";

#include "results.h"

SEC("usdt")
int on_look(struct pt_regs *ctx)
{
	long value = 0;

	bpf_usdt_arg(ctx, 0, &value);
	set(1, value);
	bpf_usdt_arg(ctx, 1, &value);
	set(2, value);
	bpf_usdt_arg(ctx, 2, &value);
	set(3, value);
	set(4, bpf_usdt_arg_size(ctx, 0));
	count();
	return 0;
}
