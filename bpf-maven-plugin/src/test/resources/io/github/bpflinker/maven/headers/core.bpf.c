// TYPES: vmlinux
#include "vmlinux.h"
#include <bpf/bpf_core_read.h>
#include <bpf/bpf_helpers.h>
#include <bpf/bpf_tracing.h>

struct task_struct___old {
	long state;
} __attribute__((preserve_access_index));

struct task_struct___none {
	int no_such_member;
} __attribute__((preserve_access_index));

enum no_such_enum {
	NO_SUCH_VALUE = 5,
};

long sink;
char comm[16];

SEC("tp_btf/sched_switch")
int BPF_PROG(on_switch, bool preempt, struct task_struct *prev, struct task_struct *next, unsigned int state)
{
	struct task_struct *current = (void *)bpf_get_current_task();

	if (preempt && prev->pid == next->pid)
		return state;
	/* one to nine members, the last one in all forms */
	sink += BPF_CORE_READ(current, pid);
	sink += BPF_CORE_READ(current, real_parent, pid);
	sink += BPF_CORE_READ(current, mm, owner, tgid);
	sink += BPF_CORE_READ(current, mm, owner, mm, pgd, pgd);
	sink += BPF_CORE_READ(current, nsproxy, net_ns, ns.inum);
	sink += BPF_CORE_READ(current, real_parent, real_parent, real_parent, real_parent, pid);
	sink += BPF_CORE_READ(current, real_parent, real_parent, real_parent, real_parent, real_parent, pid);
	sink += BPF_CORE_READ(current, real_parent, real_parent, real_parent, real_parent, real_parent, real_parent, pid);
	sink += BPF_CORE_READ(current, real_parent, real_parent, real_parent, real_parent, real_parent, real_parent,
			      real_parent, pid);
	sink += BPF_CORE_READ(current, real_parent, real_parent, real_parent, real_parent, real_parent, real_parent,
			      real_parent, real_parent, pid);
	sink += BPF_CORE_READ(BPF_CORE_READ(current, real_parent), mm, task_size);
	sink += BPF_CORE_READ(current, cred, uid.val);
	sink += BPF_CORE_READ(current, files, fd_array[0], f_flags);
	BPF_CORE_READ_STR_INTO(&comm, current, real_parent, comm);
	BPF_CORE_READ_INTO(&sink, current, mm, start_brk);
	if (BPF_CORE_READ_STR_INTO(&comm, current, comm) < 0)
		bpf_core_read_str(comm, sizeof(comm), &current->comm);
	bpf_core_read(&sink, sizeof(sink), &current->start_time);
	BPF_CORE_READ_USER_INTO(&sink, (struct pt_regs *)sink, ip);
	sink += BPF_PROBE_READ(current, mm, task_size) + BPF_PROBE_READ_USER((struct pt_regs *)sink, ip);
	return 0;
}

SEC("raw_tp/sched_switch")
int BPF_PROG(bits, bool preempt)
{
	struct task_struct *current = bpf_get_current_task_btf();

	sink += preempt;
	sink += BPF_CORE_READ_BITFIELD_PROBED(current, in_execve);
	sink += BPF_CORE_READ_BITFIELD(current, in_execve);
	return 0;
}

SEC("tp_btf/task_newtask")
int BPF_PROG(asks, struct task_struct *task, unsigned long flags)
{
	if (bpf_core_field_exists(task->pid) && bpf_core_field_exists(struct task_struct, tgid))
		sink += bpf_core_field_size(task->comm) + bpf_core_field_offset(struct task_struct, pid);
	if (bpf_core_field_exists(((struct task_struct___old *)task)->state))
		sink += BPF_CORE_READ((struct task_struct___old *)task, state);
	if (bpf_core_type_exists(struct task_struct___none))
		sink += bpf_core_type_size(struct task_struct);
	sink += bpf_core_type_id_local(struct task_struct) + bpf_core_type_id_kernel(struct task_struct);
	if (bpf_core_enum_value_exists(enum bpf_map_type, BPF_MAP_TYPE_RINGBUF))
		sink += bpf_core_enum_value(enum bpf_map_type, BPF_MAP_TYPE_RINGBUF);
	sink += bpf_core_enum_value_exists(enum no_such_enum, NO_SUCH_VALUE);
#if __clang_major__ >= 15
	sink += bpf_core_type_matches(struct task_struct___none);
#endif
	return flags == 0;
}

struct pair {
	__u64 first, second;
};

SEC("tp_btf/task_rename")
int BPF_PROG2(typed, struct task_struct *, task, const char *, name)
{
	sink += task->pid + (name != NULL);
	return 0;
}

SEC("tp_btf/sys_exit")
int BPF_PROG(no_arguments)
{
	sink++;
	return 0;
}

char LICENSE[] SEC("license") = "GPL";
