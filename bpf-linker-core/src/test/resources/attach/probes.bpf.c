#include <linux/bpf.h>
#include <linux/ptrace.h>
#include <bpf/bpf_helpers.h>
#include <bpf/bpf_tracing.h>

char LICENSE[] SEC("license") = "GPL";

#include "results.h"

/* The process whose calls count. */
const volatile __u32 process;

static int hit(void *ctx)
{
	if (bpf_get_current_pid_tgid() >> 32 == process) {
		set(1, bpf_get_attach_cookie(ctx));
		count();
	}
	return 0;
}

SEC("?uprobe")
int at_entry(struct pt_regs *ctx)
{
	set(2, PT_REGS_PARM1(ctx));
	return hit(ctx);
}

SEC("?uretprobe")
int at_return(struct pt_regs *ctx)
{
	if (bpf_get_current_pid_tgid() >> 32 == process)
		set(3, PT_REGS_RC(ctx));
	return hit(ctx);
}

SEC("?uprobe.multi")
int at_entries(struct pt_regs *ctx)
{
	return hit(ctx);
}

SEC("?uprobe.session")
int at_both(struct pt_regs *ctx)
{
	return hit(ctx);
}

SEC("?uprobe/libc.so.6:getppid")
int by_section(struct pt_regs *ctx)
{
	return hit(ctx);
}
