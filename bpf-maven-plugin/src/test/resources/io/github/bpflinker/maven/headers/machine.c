// Every macro that each machine has; compiled once for each.
#include <linux/bpf.h>
#include <linux/bpf_perf_event.h>
#include <linux/ptrace.h>
#include <bpf/bpf_helpers.h>
#include <bpf/bpf_tracing.h>

long sink;

SEC("kprobe")
int BPF_KPROBE(entry, int a, long b, void *c, _Bool d)
{
	sink += PT_REGS_PARM1(ctx) + PT_REGS_PARM2(ctx) + PT_REGS_PARM3(ctx) + PT_REGS_PARM4(ctx);
	sink += PT_REGS_RET(ctx) + PT_REGS_RC(ctx) + PT_REGS_SP(ctx) + PT_REGS_IP(ctx);
	sink += PT_REGS_PARM1_CORE(ctx) + PT_REGS_PARM2_CORE(ctx) + PT_REGS_PARM3_CORE(ctx) + PT_REGS_PARM4_CORE(ctx);
	sink += PT_REGS_RET_CORE(ctx) + PT_REGS_RC_CORE(ctx) + PT_REGS_SP_CORE(ctx) + PT_REGS_IP_CORE(ctx);
	return a + b + (c != 0) + d;
}

SEC("kretprobe")
int BPF_KRETPROBE(leave, long result)
{
	return result > 0;
}

SEC("ksyscall/none")
int BPF_KSYSCALL(syscall, int a, long b, void *c, unsigned d, char *e, long f)
{
	sink += a + b + d + f;
	return c != e;
}

SEC("kprobe")
int registers(struct pt_regs *ctx)
{
	struct pt_regs *regs = PT_REGS_SYSCALL_REGS(ctx);

	sink += PT_REGS_PARM1_SYSCALL(ctx) + PT_REGS_PARM2_SYSCALL(ctx) + PT_REGS_PARM3_SYSCALL(ctx) +
		PT_REGS_PARM4_SYSCALL(ctx) + PT_REGS_PARM5_SYSCALL(ctx) + PT_REGS_PARM6_SYSCALL(ctx);
	sink += PT_REGS_PARM1_CORE_SYSCALL(regs) + PT_REGS_PARM6_CORE_SYSCALL(regs);
	return 0;
}

SEC("perf_event")
int event(struct bpf_perf_event_data *ctx)
{
	return PT_REGS_IP(&ctx->regs) > ctx->sample_period;
}
