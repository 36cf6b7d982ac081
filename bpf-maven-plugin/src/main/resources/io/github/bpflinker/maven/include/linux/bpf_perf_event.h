/* SPDX-License-Identifier: Apache-2.0 */
/* The context of perf_event programs; its size depends on the machine. */
#ifndef __LINUX_BPF_PERF_EVENT_H__
#define __LINUX_BPF_PERF_EVENT_H__

#include <asm/bpf_perf_event.h>
#include <linux/types.h>

#if !defined(__VMLINUX_H__) &&                                                                           \
	(defined(__TARGET_ARCH_x86) || defined(__TARGET_ARCH_arm64) || defined(__TARGET_ARCH_arm) ||     \
	 defined(__TARGET_ARCH_s390) || defined(__TARGET_ARCH_mips) || defined(__TARGET_ARCH_powerpc) || \
	 defined(__TARGET_ARCH_sparc) || defined(__TARGET_ARCH_riscv) || defined(__TARGET_ARCH_arc) ||   \
	 defined(__TARGET_ARCH_loongarch))
struct bpf_perf_event_data {
	bpf_user_pt_regs_t regs;
	__u64 sample_period;
	__u64 addr;
};
#endif

#endif
