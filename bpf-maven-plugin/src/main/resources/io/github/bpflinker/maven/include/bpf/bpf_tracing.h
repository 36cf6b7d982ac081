/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Tracing: the arguments and the result of a probed function, out of the machine's registers or out
 * of the array of numbers that typed programs get. -D__TARGET_ARCH_* names the machine.
 */
#ifndef __BPF_TRACING_H__
#define __BPF_TRACING_H__

#include "bpf_core_read.h"
#include "bpf_helpers.h"

struct pt_regs;

/* Apart from __bpfx_cat, within whose expansion that one would not expand again. */
#define __bpfx_tr_cat2(a, b) a##b
#define __bpfx_tr_cat(a, b) __bpfx_tr_cat2(a, b)

#if defined(__TARGET_ARCH_x86)
#define bpf_target_x86
#define bpf_target_defined
#elif defined(__TARGET_ARCH_s390)
#define bpf_target_s390
#define bpf_target_defined
#elif defined(__TARGET_ARCH_arm)
#define bpf_target_arm
#define bpf_target_defined
#elif defined(__TARGET_ARCH_arm64)
#define bpf_target_arm64
#define bpf_target_defined
#elif defined(__TARGET_ARCH_mips)
#define bpf_target_mips
#define bpf_target_defined
#elif defined(__TARGET_ARCH_powerpc)
#define bpf_target_powerpc
#define bpf_target_defined
#elif defined(__TARGET_ARCH_sparc)
#define bpf_target_sparc
#define bpf_target_defined
#elif defined(__TARGET_ARCH_riscv)
#define bpf_target_riscv
#define bpf_target_defined
#elif defined(__TARGET_ARCH_arc)
#define bpf_target_arc
#define bpf_target_defined
#elif defined(__TARGET_ARCH_loongarch)
#define bpf_target_loongarch
#define bpf_target_defined
#endif

/*
 * The table of machines. __bpfx_regs(x) is the struct of registers that x points to; parmN the
 * registers of a function's arguments, sysN those of a system call's, where they differ.
 * An argument without a register here is on the stack, out of reach.
 */
#if defined(bpf_target_x86)

/* The kernel names registers otherwise than its installed headers do. */
#if defined(__VMLINUX_H__) || defined(__KERNEL__)
#define __bpfx_regs(x) (x)
#define __bpfx_parm1 di
#define __bpfx_parm2 si
#define __bpfx_parm3 dx
#define __bpfx_parm4 cx
#define __bpfx_parm5 r8
#define __bpfx_parm6 r9
#define __bpfx_ret sp
#define __bpfx_fp bp
#define __bpfx_rc ax
#define __bpfx_sp sp
#define __bpfx_ip ip
#define __bpfx_sys1 di
#define __bpfx_sys2 si
#define __bpfx_sys3 dx
#define __bpfx_sys4 r10
#define __bpfx_sys5 r8
#define __bpfx_sys6 r9
#define __bpfx_wrapped_syscalls
#else
#define __bpfx_regs(x) (x)
#define __bpfx_parm1 rdi
#define __bpfx_parm2 rsi
#define __bpfx_parm3 rdx
#define __bpfx_parm4 rcx
#define __bpfx_parm5 r8
#define __bpfx_parm6 r9
#define __bpfx_ret rsp
#define __bpfx_fp rbp
#define __bpfx_rc rax
#define __bpfx_sp rsp
#define __bpfx_ip rip
#define __bpfx_sys1 rdi
#define __bpfx_sys2 rsi
#define __bpfx_sys3 rdx
#define __bpfx_sys4 r10
#define __bpfx_sys5 r8
#define __bpfx_sys6 r9
#define __bpfx_wrapped_syscalls
#endif

#elif defined(bpf_target_s390)

/* The first argument as it was on entry; only the kernel's own struct has it. */
struct pt_regs___s390 {
	unsigned long orig_gpr2;
} __attribute__((preserve_access_index));
#define __bpfx_sys1_core(x) BPF_CORE_READ((const struct pt_regs___s390 *)(x), orig_gpr2)
#define __bpfx_regs(x) ((const user_pt_regs *)(x))
#define __bpfx_parm1 gprs[2]
#define __bpfx_parm2 gprs[3]
#define __bpfx_parm3 gprs[4]
#define __bpfx_parm4 gprs[5]
#define __bpfx_parm5 gprs[6]
#define __bpfx_ret gprs[14]
#define __bpfx_fp gprs[11]
#define __bpfx_rc gprs[2]
#define __bpfx_sp gprs[15]
#define __bpfx_ip psw.addr
#define __bpfx_sys2 gprs[3]
#define __bpfx_sys3 gprs[4]
#define __bpfx_sys4 gprs[5]
#define __bpfx_sys5 gprs[6]
#define __bpfx_sys6 gprs[7]
#define __bpfx_wrapped_syscalls

#elif defined(bpf_target_arm)

#define __bpfx_regs(x) (x)
#define __bpfx_parm1 uregs[0]
#define __bpfx_parm2 uregs[1]
#define __bpfx_parm3 uregs[2]
#define __bpfx_parm4 uregs[3]
#define __bpfx_ret uregs[14]
#define __bpfx_fp uregs[11]
#define __bpfx_rc uregs[0]
#define __bpfx_sp uregs[13]
#define __bpfx_ip uregs[15]
#define __bpfx_sys1 uregs[17]
#define __bpfx_sys2 uregs[1]
#define __bpfx_sys3 uregs[2]
#define __bpfx_sys4 uregs[3]
#define __bpfx_sys5 uregs[4]
#define __bpfx_sys6 uregs[5]
#define __bpfx_sys7 uregs[6]

#elif defined(bpf_target_arm64)

/* The first argument as it was on entry; only the kernel's own struct has it. */
struct pt_regs___arm64 {
	unsigned long orig_x0;
} __attribute__((preserve_access_index));
#define __bpfx_sys1_core(x) BPF_CORE_READ((const struct pt_regs___arm64 *)(x), orig_x0)
#define __bpfx_regs(x) ((const struct user_pt_regs *)(x))
#define __bpfx_parm1 regs[0]
#define __bpfx_parm2 regs[1]
#define __bpfx_parm3 regs[2]
#define __bpfx_parm4 regs[3]
#define __bpfx_parm5 regs[4]
#define __bpfx_parm6 regs[5]
#define __bpfx_parm7 regs[6]
#define __bpfx_parm8 regs[7]
#define __bpfx_ret regs[30]
#define __bpfx_fp regs[29]
#define __bpfx_rc regs[0]
#define __bpfx_sp sp
#define __bpfx_ip pc
#define __bpfx_sys2 regs[1]
#define __bpfx_sys3 regs[2]
#define __bpfx_sys4 regs[3]
#define __bpfx_sys5 regs[4]
#define __bpfx_sys6 regs[5]
#define __bpfx_wrapped_syscalls

#elif defined(bpf_target_mips)

#define __bpfx_regs(x) (x)
#define __bpfx_parm1 regs[4]
#define __bpfx_parm2 regs[5]
#define __bpfx_parm3 regs[6]
#define __bpfx_parm4 regs[7]
#define __bpfx_parm5 regs[8]
#define __bpfx_parm6 regs[9]
#define __bpfx_parm7 regs[10]
#define __bpfx_parm8 regs[11]
#define __bpfx_ret regs[31]
#define __bpfx_fp regs[30]
#define __bpfx_rc regs[2]
#define __bpfx_sp regs[29]
#define __bpfx_ip cp0_epc
#define __bpfx_sys1 regs[4]
#define __bpfx_sys2 regs[5]
#define __bpfx_sys3 regs[6]
#define __bpfx_sys4 regs[7]
#define __bpfx_sys5 regs[8]
#define __bpfx_sys6 regs[9]

#elif defined(bpf_target_powerpc)

#define __bpfx_regs(x) (x)
#define __bpfx_parm1 gpr[3]
#define __bpfx_parm2 gpr[4]
#define __bpfx_parm3 gpr[5]
#define __bpfx_parm4 gpr[6]
#define __bpfx_parm5 gpr[7]
#define __bpfx_parm6 gpr[8]
#define __bpfx_parm7 gpr[9]
#define __bpfx_parm8 gpr[10]
#define __bpfx_ret link
#define __bpfx_fp gpr[31]
#define __bpfx_rc gpr[3]
#define __bpfx_sp gpr[1]
#define __bpfx_ip nip
#define __bpfx_sys1 orig_gpr3
#define __bpfx_sys2 gpr[4]
#define __bpfx_sys3 gpr[5]
#define __bpfx_sys4 gpr[6]
#define __bpfx_sys5 gpr[7]
#define __bpfx_sys6 gpr[8]

#elif defined(bpf_target_sparc)

#define __bpfx_regs(x) (x)
#define __bpfx_parm1 u_regs[8]
#define __bpfx_parm2 u_regs[9]
#define __bpfx_parm3 u_regs[10]
#define __bpfx_parm4 u_regs[11]
#define __bpfx_parm5 u_regs[12]
#define __bpfx_parm6 u_regs[13]
#define __bpfx_ret u_regs[15]
#define __bpfx_rc u_regs[8]
#define __bpfx_sp u_regs[14]
#define __bpfx_ip tpc
#define __bpfx_sys1 u_regs[8]
#define __bpfx_sys2 u_regs[9]
#define __bpfx_sys3 u_regs[10]
#define __bpfx_sys4 u_regs[11]
#define __bpfx_sys5 u_regs[12]
#define __bpfx_sys6 u_regs[13]

#elif defined(bpf_target_riscv)

/* The first argument as it was on entry; only the kernel's own struct has it. */
struct pt_regs___riscv {
	unsigned long orig_a0;
} __attribute__((preserve_access_index));
#define __bpfx_sys1_core(x) BPF_CORE_READ((const struct pt_regs___riscv *)(x), orig_a0)
#define __bpfx_regs(x) ((const struct user_regs_struct *)(x))
#define __bpfx_parm1 a0
#define __bpfx_parm2 a1
#define __bpfx_parm3 a2
#define __bpfx_parm4 a3
#define __bpfx_parm5 a4
#define __bpfx_parm6 a5
#define __bpfx_parm7 a6
#define __bpfx_parm8 a7
#define __bpfx_ret ra
#define __bpfx_fp s0
#define __bpfx_rc a0
#define __bpfx_sp sp
#define __bpfx_ip pc
#define __bpfx_sys2 a1
#define __bpfx_sys3 a2
#define __bpfx_sys4 a3
#define __bpfx_sys5 a4
#define __bpfx_sys6 a5
#define __bpfx_wrapped_syscalls

#elif defined(bpf_target_arc)

#define __bpfx_regs(x) ((const struct user_regs_struct *)(x))
#define __bpfx_parm1 scratch.r0
#define __bpfx_parm2 scratch.r1
#define __bpfx_parm3 scratch.r2
#define __bpfx_parm4 scratch.r3
#define __bpfx_parm5 scratch.r4
#define __bpfx_parm6 scratch.r5
#define __bpfx_parm7 scratch.r6
#define __bpfx_parm8 scratch.r7
#define __bpfx_ret scratch.blink
#define __bpfx_fp scratch.fp
#define __bpfx_rc scratch.r0
#define __bpfx_sp scratch.sp
#define __bpfx_ip scratch.ret
#define __bpfx_sys1 scratch.r0
#define __bpfx_sys2 scratch.r1
#define __bpfx_sys3 scratch.r2
#define __bpfx_sys4 scratch.r3
#define __bpfx_sys5 scratch.r4
#define __bpfx_sys6 scratch.r5

#elif defined(bpf_target_loongarch)

#define __bpfx_regs(x) ((const struct user_pt_regs *)(x))
#define __bpfx_parm1 regs[4]
#define __bpfx_parm2 regs[5]
#define __bpfx_parm3 regs[6]
#define __bpfx_parm4 regs[7]
#define __bpfx_parm5 regs[8]
#define __bpfx_parm6 regs[9]
#define __bpfx_parm7 regs[10]
#define __bpfx_parm8 regs[11]
#define __bpfx_ret regs[1]
#define __bpfx_fp regs[22]
#define __bpfx_rc regs[4]
#define __bpfx_sp regs[3]
#define __bpfx_ip csr_era
#define __bpfx_sys1 orig_a0
#define __bpfx_sys2 regs[5]
#define __bpfx_sys3 regs[6]
#define __bpfx_sys4 regs[7]
#define __bpfx_sys5 regs[8]
#define __bpfx_sys6 regs[9]

#endif

#ifdef bpf_target_defined

#define __bpfx_reg(x, r) (__bpfx_regs(x)->r)
#define __bpfx_reg_core(x, r) BPF_CORE_READ(__bpfx_regs(x), r)

#define PT_REGS_PARM1(x) __bpfx_reg(x, __bpfx_parm1)
#define PT_REGS_PARM2(x) __bpfx_reg(x, __bpfx_parm2)
#define PT_REGS_PARM3(x) __bpfx_reg(x, __bpfx_parm3)
#define PT_REGS_PARM4(x) __bpfx_reg(x, __bpfx_parm4)
#define PT_REGS_PARM5(x) __bpfx_reg(x, __bpfx_parm5)
#define PT_REGS_PARM6(x) __bpfx_reg(x, __bpfx_parm6)
#define PT_REGS_PARM7(x) __bpfx_reg(x, __bpfx_parm7)
#define PT_REGS_PARM8(x) __bpfx_reg(x, __bpfx_parm8)
#define PT_REGS_RET(x) __bpfx_reg(x, __bpfx_ret)
#define PT_REGS_FP(x) __bpfx_reg(x, __bpfx_fp)
#define PT_REGS_RC(x) __bpfx_reg(x, __bpfx_rc)
#define PT_REGS_SP(x) __bpfx_reg(x, __bpfx_sp)
#define PT_REGS_IP(x) __bpfx_reg(x, __bpfx_ip)

/* The same from registers that have to be probed. */
#define PT_REGS_PARM1_CORE(x) __bpfx_reg_core(x, __bpfx_parm1)
#define PT_REGS_PARM2_CORE(x) __bpfx_reg_core(x, __bpfx_parm2)
#define PT_REGS_PARM3_CORE(x) __bpfx_reg_core(x, __bpfx_parm3)
#define PT_REGS_PARM4_CORE(x) __bpfx_reg_core(x, __bpfx_parm4)
#define PT_REGS_PARM5_CORE(x) __bpfx_reg_core(x, __bpfx_parm5)
#define PT_REGS_PARM6_CORE(x) __bpfx_reg_core(x, __bpfx_parm6)
#define PT_REGS_PARM7_CORE(x) __bpfx_reg_core(x, __bpfx_parm7)
#define PT_REGS_PARM8_CORE(x) __bpfx_reg_core(x, __bpfx_parm8)
#define PT_REGS_RET_CORE(x) __bpfx_reg_core(x, __bpfx_ret)
#define PT_REGS_FP_CORE(x) __bpfx_reg_core(x, __bpfx_fp)
#define PT_REGS_RC_CORE(x) __bpfx_reg_core(x, __bpfx_rc)
#define PT_REGS_SP_CORE(x) __bpfx_reg_core(x, __bpfx_sp)
#define PT_REGS_IP_CORE(x) __bpfx_reg_core(x, __bpfx_ip)

/* Arguments of a system call, from the registers that PT_REGS_SYSCALL_REGS() gives. */
#ifdef __bpfx_sys1_core
#define PT_REGS_PARM1_SYSCALL(x) __bpfx_sys1_core(x)
#define PT_REGS_PARM1_CORE_SYSCALL(x) __bpfx_sys1_core(x)
#else
#define PT_REGS_PARM1_SYSCALL(x) __bpfx_reg(x, __bpfx_sys1)
#define PT_REGS_PARM1_CORE_SYSCALL(x) __bpfx_reg_core(x, __bpfx_sys1)
#endif
#define PT_REGS_PARM2_SYSCALL(x) __bpfx_reg(x, __bpfx_sys2)
#define PT_REGS_PARM3_SYSCALL(x) __bpfx_reg(x, __bpfx_sys3)
#define PT_REGS_PARM4_SYSCALL(x) __bpfx_reg(x, __bpfx_sys4)
#define PT_REGS_PARM5_SYSCALL(x) __bpfx_reg(x, __bpfx_sys5)
#define PT_REGS_PARM6_SYSCALL(x) __bpfx_reg(x, __bpfx_sys6)
#define PT_REGS_PARM7_SYSCALL(x) __bpfx_reg(x, __bpfx_sys7)
#define PT_REGS_PARM2_CORE_SYSCALL(x) __bpfx_reg_core(x, __bpfx_sys2)
#define PT_REGS_PARM3_CORE_SYSCALL(x) __bpfx_reg_core(x, __bpfx_sys3)
#define PT_REGS_PARM4_CORE_SYSCALL(x) __bpfx_reg_core(x, __bpfx_sys4)
#define PT_REGS_PARM5_CORE_SYSCALL(x) __bpfx_reg_core(x, __bpfx_sys5)
#define PT_REGS_PARM6_CORE_SYSCALL(x) __bpfx_reg_core(x, __bpfx_sys6)
#define PT_REGS_PARM7_CORE_SYSCALL(x) __bpfx_reg_core(x, __bpfx_sys7)

/* Machines whose system calls are entered through a wrapper hand it the caller's registers as first argument. */
#ifdef __bpfx_wrapped_syscalls
#define PT_REGS_SYSCALL_REGS(ctx) ((struct pt_regs *)PT_REGS_PARM1(ctx))
#else
#define PT_REGS_SYSCALL_REGS(ctx) (ctx)
#endif

/* Where the probed function returns to: on entry, and on its return. */
#if defined(bpf_target_x86)
#define BPF_KPROBE_READ_RET_IP(ip, ctx) bpf_probe_read_kernel(&(ip), sizeof(ip), (void *)(unsigned long)PT_REGS_RET(ctx))
#define BPF_KRETPROBE_READ_RET_IP(ip, ctx) \
	bpf_probe_read_kernel(&(ip), sizeof(ip), (void *)(PT_REGS_FP(ctx) + sizeof(ip)))
#else
#define BPF_KPROBE_READ_RET_IP(ip, ctx) ((ip) = PT_REGS_RET(ctx))
#define BPF_KRETPROBE_READ_RET_IP(ip, ctx) ((ip) = PT_REGS_RET(ctx))
#endif

#else /* bpf_target_defined */

/* An error where they are used, so that programs that use none need no machine. */
#define __bpfx_no_target                                                                \
	({                                                                              \
		_Pragma("GCC error \"needs the machine's registers: -D__TARGET_ARCH_x86 or another\"") 0UL; \
	})

#define PT_REGS_PARM1(x) __bpfx_no_target
#define PT_REGS_PARM2(x) __bpfx_no_target
#define PT_REGS_PARM3(x) __bpfx_no_target
#define PT_REGS_PARM4(x) __bpfx_no_target
#define PT_REGS_PARM5(x) __bpfx_no_target
#define PT_REGS_PARM6(x) __bpfx_no_target
#define PT_REGS_PARM7(x) __bpfx_no_target
#define PT_REGS_PARM8(x) __bpfx_no_target
#define PT_REGS_RET(x) __bpfx_no_target
#define PT_REGS_FP(x) __bpfx_no_target
#define PT_REGS_RC(x) __bpfx_no_target
#define PT_REGS_SP(x) __bpfx_no_target
#define PT_REGS_IP(x) __bpfx_no_target
#define PT_REGS_PARM1_CORE(x) __bpfx_no_target
#define PT_REGS_PARM2_CORE(x) __bpfx_no_target
#define PT_REGS_PARM3_CORE(x) __bpfx_no_target
#define PT_REGS_PARM4_CORE(x) __bpfx_no_target
#define PT_REGS_PARM5_CORE(x) __bpfx_no_target
#define PT_REGS_PARM6_CORE(x) __bpfx_no_target
#define PT_REGS_PARM7_CORE(x) __bpfx_no_target
#define PT_REGS_PARM8_CORE(x) __bpfx_no_target
#define PT_REGS_RET_CORE(x) __bpfx_no_target
#define PT_REGS_FP_CORE(x) __bpfx_no_target
#define PT_REGS_RC_CORE(x) __bpfx_no_target
#define PT_REGS_SP_CORE(x) __bpfx_no_target
#define PT_REGS_IP_CORE(x) __bpfx_no_target
#define PT_REGS_PARM1_SYSCALL(x) __bpfx_no_target
#define PT_REGS_PARM2_SYSCALL(x) __bpfx_no_target
#define PT_REGS_PARM3_SYSCALL(x) __bpfx_no_target
#define PT_REGS_PARM4_SYSCALL(x) __bpfx_no_target
#define PT_REGS_PARM5_SYSCALL(x) __bpfx_no_target
#define PT_REGS_PARM6_SYSCALL(x) __bpfx_no_target
#define PT_REGS_PARM7_SYSCALL(x) __bpfx_no_target
#define PT_REGS_PARM1_CORE_SYSCALL(x) __bpfx_no_target
#define PT_REGS_PARM2_CORE_SYSCALL(x) __bpfx_no_target
#define PT_REGS_PARM3_CORE_SYSCALL(x) __bpfx_no_target
#define PT_REGS_PARM4_CORE_SYSCALL(x) __bpfx_no_target
#define PT_REGS_PARM5_CORE_SYSCALL(x) __bpfx_no_target
#define PT_REGS_PARM6_CORE_SYSCALL(x) __bpfx_no_target
#define PT_REGS_PARM7_CORE_SYSCALL(x) __bpfx_no_target
#define PT_REGS_SYSCALL_REGS(ctx) ((struct pt_regs *)__bpfx_no_target)
#define BPF_KPROBE_READ_RET_IP(ip, ctx) ((void)__bpfx_no_target)
#define BPF_KRETPROBE_READ_RET_IP(ip, ctx) ((void)__bpfx_no_target)

#endif /* bpf_target_defined */

/*
 * Programs with typed arguments. Each macro makes two functions: the program itself, which takes the
 * raw context, and one with the arguments as the program's author wants them, inlined into it. The
 * context is at hand as ctx. Values go from one to the other as pointers, which C converts to any
 * integer or pointer type if asked not to complain.
 */
#define __bpfx_program(ctx_type, name, values, args...)                                     \
	name(ctx_type *ctx);                                                                \
	static __always_inline __typeof__(name(0)) ____##name(ctx_type *ctx, ##args);       \
	__typeof__(name(0)) name(ctx_type *ctx)                                             \
	{                                                                                   \
		_Pragma("GCC diagnostic push")                                              \
		_Pragma("GCC diagnostic ignored \"-Wint-conversion\"")                      \
		return ____##name(ctx values);                                              \
		_Pragma("GCC diagnostic pop")                                               \
	}                                                                                   \
	static __always_inline __typeof__(name(0))                                          \
	____##name(ctx_type *ctx __attribute__((unused)), ##args)

#define __bpfx_slots0
#define __bpfx_slots1 , (void *)ctx[0]
#define __bpfx_slots2 __bpfx_slots1, (void *)ctx[1]
#define __bpfx_slots3 __bpfx_slots2, (void *)ctx[2]
#define __bpfx_slots4 __bpfx_slots3, (void *)ctx[3]
#define __bpfx_slots5 __bpfx_slots4, (void *)ctx[4]
#define __bpfx_slots6 __bpfx_slots5, (void *)ctx[5]
#define __bpfx_slots7 __bpfx_slots6, (void *)ctx[6]
#define __bpfx_slots8 __bpfx_slots7, (void *)ctx[7]
#define __bpfx_slots9 __bpfx_slots8, (void *)ctx[8]
#define __bpfx_slots10 __bpfx_slots9, (void *)ctx[9]
#define __bpfx_slots11 __bpfx_slots10, (void *)ctx[10]
#define __bpfx_slots12 __bpfx_slots11, (void *)ctx[11]

/* For fentry, fexit, fmod_ret, tp_btf, raw_tp, lsm and struct_ops: arguments in the array ctx, one a slot. */
#define BPF_PROG(name, args...) \
	__bpfx_program(unsigned long long, name, __bpfx_tr_cat(__bpfx_slots, __bpfx_count(_, ##args)), ##args)

#define __bpfx_regs0
#define __bpfx_regs1 , (void *)(unsigned long)PT_REGS_PARM1(ctx)
#define __bpfx_regs2 __bpfx_regs1, (void *)(unsigned long)PT_REGS_PARM2(ctx)
#define __bpfx_regs3 __bpfx_regs2, (void *)(unsigned long)PT_REGS_PARM3(ctx)
#define __bpfx_regs4 __bpfx_regs3, (void *)(unsigned long)PT_REGS_PARM4(ctx)
#define __bpfx_regs5 __bpfx_regs4, (void *)(unsigned long)PT_REGS_PARM5(ctx)
#define __bpfx_regs6 __bpfx_regs5, (void *)(unsigned long)PT_REGS_PARM6(ctx)
#define __bpfx_regs7 __bpfx_regs6, (void *)(unsigned long)PT_REGS_PARM7(ctx)
#define __bpfx_regs8 __bpfx_regs7, (void *)(unsigned long)PT_REGS_PARM8(ctx)

/* For kprobes and uprobes: arguments in registers, as many as the machine has for them. */
#define BPF_KPROBE(name, args...) \
	__bpfx_program(struct pt_regs, name, __bpfx_tr_cat(__bpfx_regs, __bpfx_count(_, ##args)), ##args)
#define BPF_UPROBE(name, args...) BPF_KPROBE(name, ##args)

#define __bpfx_result0
#define __bpfx_result1 , (void *)(unsigned long)PT_REGS_RC(ctx)

/* For kretprobes and uretprobes: no argument, or one that takes the result. */
#define BPF_KRETPROBE(name, args...) \
	__bpfx_program(struct pt_regs, name, __bpfx_tr_cat(__bpfx_result, __bpfx_count(_, ##args)), ##args)
#define BPF_URETPROBE(name, args...) BPF_KRETPROBE(name, ##args)

#define __bpfx_sysregs0
#define __bpfx_syscore0
#define __bpfx_sysregs1 , (void *)(unsigned long)PT_REGS_PARM1_SYSCALL(__bpfx_entry)
#define __bpfx_sysregs2 __bpfx_sysregs1, (void *)(unsigned long)PT_REGS_PARM2_SYSCALL(__bpfx_entry)
#define __bpfx_sysregs3 __bpfx_sysregs2, (void *)(unsigned long)PT_REGS_PARM3_SYSCALL(__bpfx_entry)
#define __bpfx_sysregs4 __bpfx_sysregs3, (void *)(unsigned long)PT_REGS_PARM4_SYSCALL(__bpfx_entry)
#define __bpfx_sysregs5 __bpfx_sysregs4, (void *)(unsigned long)PT_REGS_PARM5_SYSCALL(__bpfx_entry)
#define __bpfx_sysregs6 __bpfx_sysregs5, (void *)(unsigned long)PT_REGS_PARM6_SYSCALL(__bpfx_entry)
#define __bpfx_sysregs7 __bpfx_sysregs6, (void *)(unsigned long)PT_REGS_PARM7_SYSCALL(__bpfx_entry)
#define __bpfx_syscore1 , (void *)(unsigned long)PT_REGS_PARM1_CORE_SYSCALL(__bpfx_entry)
#define __bpfx_syscore2 __bpfx_syscore1, (void *)(unsigned long)PT_REGS_PARM2_CORE_SYSCALL(__bpfx_entry)
#define __bpfx_syscore3 __bpfx_syscore2, (void *)(unsigned long)PT_REGS_PARM3_CORE_SYSCALL(__bpfx_entry)
#define __bpfx_syscore4 __bpfx_syscore3, (void *)(unsigned long)PT_REGS_PARM4_CORE_SYSCALL(__bpfx_entry)
#define __bpfx_syscore5 __bpfx_syscore4, (void *)(unsigned long)PT_REGS_PARM5_CORE_SYSCALL(__bpfx_entry)
#define __bpfx_syscore6 __bpfx_syscore5, (void *)(unsigned long)PT_REGS_PARM6_CORE_SYSCALL(__bpfx_entry)
#define __bpfx_syscore7 __bpfx_syscore6, (void *)(unsigned long)PT_REGS_PARM7_CORE_SYSCALL(__bpfx_entry)

/*
 * For ksyscall: arguments of a system call, up to 7. The loader sets LINUX_HAS_SYSCALL_WRAPPER by the
 * way that the running kernel enters system calls.
 */
#define BPF_KSYSCALL(name, args...)                                                                            \
	name(struct pt_regs *ctx);                                                                             \
	extern _Bool LINUX_HAS_SYSCALL_WRAPPER __kconfig;                                                      \
	static __always_inline __typeof__(name(0)) ____##name(struct pt_regs *ctx, ##args);                    \
	__typeof__(name(0)) name(struct pt_regs *ctx)                                                          \
	{                                                                                                      \
		struct pt_regs *__bpfx_entry __attribute__((unused)) =                                         \
			LINUX_HAS_SYSCALL_WRAPPER ? (struct pt_regs *)PT_REGS_SYSCALL_REGS(ctx) : ctx;         \
		_Pragma("GCC diagnostic push")                                                                 \
		_Pragma("GCC diagnostic ignored \"-Wint-conversion\"")                                         \
		if (LINUX_HAS_SYSCALL_WRAPPER)                                                                 \
			return ____##name(ctx __bpfx_tr_cat(__bpfx_syscore, __bpfx_count(_, ##args)));                 \
		return ____##name(ctx __bpfx_tr_cat(__bpfx_sysregs, __bpfx_count(_, ##args)));                         \
		_Pragma("GCC diagnostic pop")                                                                  \
	}                                                                                                      \
	static __always_inline __typeof__(name(0)) ____##name(struct pt_regs *ctx __attribute__((unused)), ##args)
#define BPF_KPROBE_SYSCALL BPF_KSYSCALL

/*
 * BPF_PROG2(name, type, arg, type, arg ...): as BPF_PROG, for functions that take structs by value,
 * which lie in one slot or, above 8 bytes, in two. Type and name are separate arguments.
 */
#define __bpfx_width(type) (sizeof(type) > 8 ? 2 : 1)

#define __bpfx_take(type, n)                                                  \
	({                                                                    \
		union {                                                       \
			unsigned char b;                                      \
			unsigned short h;                                     \
			unsigned int w;                                       \
			unsigned long long d[2];                              \
			__typeof__(type) v;                                   \
		} __bpfx_arg;                                                 \
		if (sizeof(type) == 1)                                        \
			__bpfx_arg.b = ctx[n];                                \
		else if (sizeof(type) == 2)                                   \
			__bpfx_arg.h = ctx[n];                                \
		else if (sizeof(type) == 4)                                   \
			__bpfx_arg.w = ctx[n];                                \
		else                                                          \
			__bpfx_arg.d[0] = ctx[n];                             \
		if (sizeof(type) > 8)                                         \
			__bpfx_arg.d[1] = ctx[(n) + 1];                       \
		__bpfx_arg.v;                                                 \
	})

#define __bpfx_decls0()
#define __bpfx_decls2(t, x) , t x
#define __bpfx_decls4(t, x, more...) , t x __bpfx_decls2(more)
#define __bpfx_decls6(t, x, more...) , t x __bpfx_decls4(more)
#define __bpfx_decls8(t, x, more...) , t x __bpfx_decls6(more)
#define __bpfx_decls10(t, x, more...) , t x __bpfx_decls8(more)
#define __bpfx_decls12(t, x, more...) , t x __bpfx_decls10(more)
#define __bpfx_decls14(t, x, more...) , t x __bpfx_decls12(more)
#define __bpfx_decls16(t, x, more...) , t x __bpfx_decls14(more)
#define __bpfx_decls18(t, x, more...) , t x __bpfx_decls16(more)
#define __bpfx_decls20(t, x, more...) , t x __bpfx_decls18(more)
#define __bpfx_decls22(t, x, more...) , t x __bpfx_decls20(more)
#define __bpfx_decls24(t, x, more...) , t x __bpfx_decls22(more)

#define __bpfx_takes0(n)
#define __bpfx_takes2(n, t, x) , __bpfx_take(t, n)
#define __bpfx_takes4(n, t, x, more...) , __bpfx_take(t, n) __bpfx_takes2((n) + __bpfx_width(t), more)
#define __bpfx_takes6(n, t, x, more...) , __bpfx_take(t, n) __bpfx_takes4((n) + __bpfx_width(t), more)
#define __bpfx_takes8(n, t, x, more...) , __bpfx_take(t, n) __bpfx_takes6((n) + __bpfx_width(t), more)
#define __bpfx_takes10(n, t, x, more...) , __bpfx_take(t, n) __bpfx_takes8((n) + __bpfx_width(t), more)
#define __bpfx_takes12(n, t, x, more...) , __bpfx_take(t, n) __bpfx_takes10((n) + __bpfx_width(t), more)
#define __bpfx_takes14(n, t, x, more...) , __bpfx_take(t, n) __bpfx_takes12((n) + __bpfx_width(t), more)
#define __bpfx_takes16(n, t, x, more...) , __bpfx_take(t, n) __bpfx_takes14((n) + __bpfx_width(t), more)
#define __bpfx_takes18(n, t, x, more...) , __bpfx_take(t, n) __bpfx_takes16((n) + __bpfx_width(t), more)
#define __bpfx_takes20(n, t, x, more...) , __bpfx_take(t, n) __bpfx_takes18((n) + __bpfx_width(t), more)
#define __bpfx_takes22(n, t, x, more...) , __bpfx_take(t, n) __bpfx_takes20((n) + __bpfx_width(t), more)
#define __bpfx_takes24(n, t, x, more...) , __bpfx_take(t, n) __bpfx_takes22((n) + __bpfx_width(t), more)
#define __bpfx_pick24(_0, _1, _2, _3, _4, _5, _6, _7, _8, _9, _10, _11, _12, _13, _14, _15, _16, _17, _18, _19, _20, _21, _22, _23, _24, n, ...) n
#define __bpfx_count24(first, args...) \
	__bpfx_pick24(first, ##args, 24, 23, 22, 21, 20, 19, 18, 17, 16, 15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0)

#define BPF_PROG2(name, args...)                                                                         \
	name(unsigned long long *ctx);                                                                   \
	static __always_inline __typeof__(name(0)) ____##name(                                           \
		unsigned long long *ctx __bpfx_tr_cat(__bpfx_decls, __bpfx_count24(_, ##args))(args));           \
	__typeof__(name(0)) name(unsigned long long *ctx)                                                \
	{                                                                                                \
		return ____##name(ctx __bpfx_tr_cat(__bpfx_takes, __bpfx_count24(_, ##args))(0, ##args));        \
	}                                                                                                \
	static __always_inline __typeof__(name(0)) ____##name(                                           \
		unsigned long long *ctx __attribute__((unused))                                          \
			__bpfx_tr_cat(__bpfx_decls, __bpfx_count24(_, ##args))(args))

#include "bpf_tracing_macros.h"

#endif
