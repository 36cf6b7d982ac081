// TYPES: uapi vmlinux
#ifdef USE_VMLINUX
#include "vmlinux.h"
#else
#include <linux/bpf.h>
#include <linux/bpf_perf_event.h>
#include <linux/perf_event.h>
#include <linux/ptrace.h>
#endif
#include <bpf/bpf_helpers.h>
#include <bpf/bpf_tracing.h>

struct path;

struct {
	__uint(type, BPF_MAP_TYPE_PERF_EVENT_ARRAY);
	__uint(key_size, sizeof(int));
	__uint(value_size, sizeof(int));
} output SEC(".maps");

struct {
	__uint(type, BPF_MAP_TYPE_STACK_TRACE);
	__uint(max_entries, 64);
	__uint(key_size, sizeof(__u32));
	__uint(value_size, 127 * sizeof(__u64));
} stacks SEC(".maps");

struct {
	__uint(type, BPF_MAP_TYPE_HASH);
	__uint(max_entries, 64);
	__type(key, __u64);
	__type(value, __u64);
} started SEC(".maps");

struct opened {
	__u32 pid;
	int dfd;
	long stack;
	char comm[16];
};

SEC("kprobe/do_sys_openat2")
int BPF_KPROBE(open_entry, int dfd, const char *filename, void *how)
{
	struct opened record = {.pid = bpf_get_current_pid_tgid() >> 32, .dfd = dfd};
	__u64 id = bpf_get_current_pid_tgid(), now = bpf_ktime_get_ns();
	char name[8];

	bpf_get_current_comm(record.comm, sizeof(record.comm));
	record.stack = bpf_get_stackid(ctx, &stacks, BPF_F_USER_STACK);
	bpf_probe_read_user_str(name, sizeof(name), filename);
	bpf_map_update_elem(&started, &id, &now, BPF_ANY);
	bpf_perf_event_output(ctx, &output, BPF_F_CURRENT_CPU, &record, sizeof(record));
	bpf_printk("open %s by %d, how %p", name, record.pid, how);
	return 0;
}

SEC("kretprobe/do_sys_openat2")
int BPF_KRETPROBE(open_exit, long fd)
{
	__u64 id = bpf_get_current_pid_tgid();
	__u64 *since = bpf_map_lookup_elem(&started, &id);

	if (since && fd >= 0)
		bpf_printk("fd %ld after %llu ns, entry %lx, ip %lx", fd, bpf_ktime_get_ns() - *since,
			   bpf_get_func_ip(ctx), PT_REGS_IP(ctx));
	bpf_map_delete_elem(&started, &id);
	return 0;
}

SEC("kretprobe/do_sys_openat2")
int BPF_KRETPROBE(without_result)
{
	return 0;
}

SEC("kprobe/do_sys_openat2")
int raw(struct pt_regs *ctx)
{
	unsigned long ip = 0;

	BPF_KPROBE_READ_RET_IP(ip, ctx);
	bpf_printk("%lx", PT_REGS_PARM1(ctx) + PT_REGS_PARM6(ctx) + PT_REGS_SP(ctx) + PT_REGS_FP(ctx) + ip);
	return PT_REGS_RC(ctx) == 0;
}

SEC("uprobe")
int BPF_UPROBE(enter, __u8 small, _Bool flag, enum bpf_map_type kind, __s64 wide, void *pointer)
{
	bpf_printk("%d %d %d %lld %p", small, flag, kind, wide, pointer);
	return 0;
}

SEC("uretprobe")
int BPF_URETPROBE(leave, char *result)
{
	char text[16];

	return bpf_probe_read_user_str(text, sizeof(text), result) > 4;
}

SEC("perf_event")
int sample(struct bpf_perf_event_data *ctx)
{
	struct bpf_perf_event_value value = {};

	bpf_perf_prog_read_value(ctx, &value, sizeof(value));
	return ctx->sample_period > value.counter && PT_REGS_IP(&ctx->regs);
}

SEC("tracepoint/syscalls/sys_enter_execve")
int execve(void *ctx)
{
	return bpf_get_stackid(ctx, &stacks, 0) < 0;
}

SEC("raw_tracepoint/sched_switch")
int switched(struct bpf_raw_tracepoint_args *ctx)
{
	return ctx->args[0] != 0;
}

char LICENSE[] SEC("license") = "GPL";
