#include <linux/bpf.h>
#include <linux/ptrace.h>
#include <bpf/bpf_helpers.h>
#include <bpf/bpf_tracing.h>

char LICENSE[] SEC("license") = "GPL";

#include "results.h"

#define EPERM 1

/* The process whose calls count. */
const volatile __u32 process;

static int hit(void)
{
	int ours = bpf_get_current_pid_tgid() >> 32 == process;

	if (ours)
		count();
	return ours;
}

SEC("?ksyscall/getppid")
int system_call(struct pt_regs *ctx)
{
	hit();
	return 0;
}

SEC("?kretsyscall/getppid")
int system_call_return(struct pt_regs *ctx)
{
	hit();
	return 0;
}

SEC("?kprobe/security_inode_rename")
int probe(struct pt_regs *ctx)
{
	hit();
	return 0;
}

SEC("?kretprobe/security_inode_rename")
int return_probe(struct pt_regs *ctx)
{
	hit();
	return 0;
}

SEC("?kprobe.multi/security_inode_rena*")
int probes(struct pt_regs *ctx)
{
	hit();
	return 0;
}

SEC("?kprobe.session/security_inode_renam*")
int session(struct pt_regs *ctx)
{
	hit();
	return 0;
}

/* Attached to a thousand functions that the test names. */
SEC("?kprobe.multi")
int many(struct pt_regs *ctx)
{
	hit();
	return 0;
}

SEC("?fentry/security_inode_rename")
int BPF_PROG(at_entry)
{
	hit();
	return 0;
}

SEC("?fexit/security_inode_rename")
int BPF_PROG(at_exit)
{
	hit();
	return 0;
}

SEC("?fexit/do_exit")
int BPF_PROG(never_returns)
{
	return 0;
}

SEC("?fmod_ret/security_inode_rename")
int BPF_PROG(changes)
{
	return hit() ? -EPERM : 0;
}

SEC("?lsm/inode_rename")
int BPF_PROG(guards)
{
	return hit() ? -EPERM : 0;
}

SEC("?lsm_cgroup/inode_rename")
int BPF_PROG(guards_cgroup)
{
	return hit() ? 0 : 1;
}

SEC("?uprobe/libc.so.6:getppid")
int user_probe(struct pt_regs *ctx)
{
	hit();
	return 0;
}

SEC("?tp/sched/sched_switch")
int tracepoint(void *ctx)
{
	hit();
	return 0;
}

SEC("?xdp")
int drops(struct xdp_md *ctx)
{
	count();
	return XDP_PASS;
}

SEC("?netkit/primary")
int leaves_primary(struct __sk_buff *ctx)
{
	count();
	return 2; /* NETKIT_DROP */
}

SEC("?netkit/peer")
int leaves_peer(struct __sk_buff *ctx)
{
	count();
	return 2;
}
