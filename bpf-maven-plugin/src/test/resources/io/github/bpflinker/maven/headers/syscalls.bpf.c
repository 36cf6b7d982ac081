// TYPES: vmlinux
#include "vmlinux.h"
#include <bpf/bpf_helpers.h>
#include <bpf/bpf_tracing.h>

SEC("ksyscall/openat")
int BPF_KSYSCALL(openat, int dfd, const char *filename, int flags, unsigned short mode)
{
	char name[16];

	bpf_probe_read_user_str(name, sizeof(name), filename);
	bpf_printk("openat %d %s %x %o", dfd, name, flags, mode);
	return 0;
}

SEC("ksyscall/mmap")
int BPF_KPROBE_SYSCALL(mmap, void *addr, size_t length, int prot, int flags, int fd, off_t offset)
{
	bpf_printk("mmap %p %lu %d %d %d %ld", addr, length, prot, flags, fd, offset);
	return 0;
}

SEC("kprobe/__x64_sys_close")
int BPF_KPROBE(close_entry, struct pt_regs *regs)
{
	bpf_printk("close %d (%ld)", (int)PT_REGS_PARM1_CORE_SYSCALL(regs),
		   PT_REGS_PARM1_CORE(PT_REGS_SYSCALL_REGS(ctx)));
	return 0;
}

char LICENSE[] SEC("license") = "GPL";
