/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Registers as the kernel saves them, one layout per machine; -D__TARGET_ARCH_* chooses. 64-bit
 * machines but for arm and arc, whose words are 32 bits wide whatever long is for BPF.
 */
#if __has_include_next(<asm/ptrace.h>)
#include_next <asm/ptrace.h>
#elif !defined(_ASM_PTRACE_H)
#define _ASM_PTRACE_H

#include <linux/types.h>

#ifndef __VMLINUX_H__

#if defined(__TARGET_ARCH_x86)

#ifdef __KERNEL__
struct pt_regs {
	unsigned long r15, r14, r13, r12, bp, bx;
	unsigned long r11, r10, r9, r8, ax, cx, dx, si, di;
	unsigned long orig_ax;
	unsigned long ip, cs, flags, sp, ss;
};
#else
struct pt_regs {
	unsigned long r15, r14, r13, r12, rbp, rbx;
	unsigned long r11, r10, r9, r8, rax, rcx, rdx, rsi, rdi;
	unsigned long orig_rax;
	unsigned long rip, cs, eflags, rsp, ss;
};
#endif

#elif defined(__TARGET_ARCH_arm64)

struct user_pt_regs {
	__u64 regs[31];
	__u64 sp;
	__u64 pc;
	__u64 pstate;
};

#elif defined(__TARGET_ARCH_arm)

struct pt_regs {
	__u32 uregs[18];
};

#elif defined(__TARGET_ARCH_s390)

typedef struct {
	unsigned long mask;
	unsigned long addr;
} __attribute__((aligned(8))) psw_t;

typedef struct {
	unsigned long args[1];
	psw_t psw;
	unsigned long gprs[16];
} user_pt_regs;

#elif defined(__TARGET_ARCH_mips)

struct pt_regs {
	__u64 regs[32];
	__u64 lo;
	__u64 hi;
	__u64 cp0_epc;
	__u64 cp0_badvaddr;
	__u64 cp0_status;
	__u64 cp0_cause;
} __attribute__((aligned(8)));

#elif defined(__TARGET_ARCH_powerpc)

struct pt_regs {
	unsigned long gpr[32];
	unsigned long nip, msr, orig_gpr3, ctr, link, xer, ccr, softe;
	unsigned long trap, dar, dsisr, result;
};

#elif defined(__TARGET_ARCH_sparc)

struct pt_regs {
	unsigned long u_regs[16];
	unsigned long tstate;
	unsigned long tpc;
	unsigned long tnpc;
	unsigned int y;
	unsigned int magic;
};

#elif defined(__TARGET_ARCH_riscv)

struct user_regs_struct {
	unsigned long pc, ra, sp, gp, tp;
	unsigned long t0, t1, t2, s0, s1;
	unsigned long a0, a1, a2, a3, a4, a5, a6, a7;
	unsigned long s2, s3, s4, s5, s6, s7, s8, s9, s10, s11;
	unsigned long t3, t4, t5, t6;
};

#elif defined(__TARGET_ARCH_arc)

struct user_regs_struct {
	__u32 pad;
	struct {
		__u32 bta, lp_start, lp_end, lp_count, status32, ret, blink, fp, gp;
		__u32 r12, r11, r10, r9, r8, r7, r6, r5, r4, r3, r2, r1, r0, sp;
	} scratch;
	struct {
		__u32 pad;
		__u32 r25, r24, r23, r22, r21, r20, r19, r18, r17, r16, r15, r14, r13;
	} callee;
	__u32 efa;
	__u32 stop_pc;
};

#elif defined(__TARGET_ARCH_loongarch)

struct user_pt_regs {
	unsigned long regs[32];
	unsigned long orig_a0;
	unsigned long csr_era;
	unsigned long csr_badv;
	unsigned long reserved[10];
} __attribute__((aligned(8)));

#endif

#endif /* __VMLINUX_H__ */

#endif
