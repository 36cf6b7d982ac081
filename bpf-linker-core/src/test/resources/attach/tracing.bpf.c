#include <linux/bpf.h>
#include <linux/bpf_perf_event.h>
#include <bpf/bpf_helpers.h>
#include <bpf/bpf_tracing.h>

char LICENSE[] SEC("license") = "GPL";

#include "results.h"

/* The process whose events count. */
const volatile __u32 process;

/* The thread whose test runs are changed. */
const volatile __u32 thread;

static int hit(void *ctx)
{
	if (bpf_get_current_pid_tgid() >> 32 == process) {
		set(1, bpf_get_attach_cookie(ctx));
		count();
	}
	return 0;
}

SEC("tp/sched/sched_switch")
int on_tracepoint(void *ctx)
{
	return hit(ctx);
}

SEC("?raw_tp/sched_switch")
int on_raw_tracepoint(void *ctx)
{
	return hit(ctx);
}

SEC("?tp_btf/sched_switch")
int on_typed_tracepoint(void *ctx)
{
	if (bpf_get_current_pid_tgid() >> 32 == process)
		count();
	return 0;
}

struct {
	__uint(type, BPF_MAP_TYPE_STACK_TRACE);
	__uint(max_entries, 1024);
	__uint(key_size, sizeof(__u32));
	__uint(value_size, 32 * sizeof(__u64));
} stacks SEC(".maps");

SEC("?perf_event")
int on_clock(struct bpf_perf_event_data *ctx)
{
	if (bpf_get_current_pid_tgid() >> 32 == process) {
		set(2, bpf_get_stackid(ctx, &stacks, BPF_F_USER_STACK | BPF_F_REUSE_STACKID));
		hit(ctx);
	}
	return 0;
}

/* The only tracepoint of every kernel whose argument can be changed: the error number of a test run. */
SEC("?raw_tp.w/bpf_test_finish")
int changes_result(struct bpf_raw_tracepoint_args *ctx)
{
	int *error = (int *)ctx->args[0];

	if ((__u32)bpf_get_current_pid_tgid() == thread) {
		count();
		*error = -7; /* E2BIG */
	}
	return 0;
}

SEC("?socket")
int is_tested(void *ctx)
{
	return 0;
}
