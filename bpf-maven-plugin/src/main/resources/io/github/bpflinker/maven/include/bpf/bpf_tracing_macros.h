/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Names of libbpf's bpf_tracing.h that it builds its own macros from, for programs that use them: ctx is the program's
 * context, regs the registers of a system call.
 */
#ifndef BPFLINKER_BPF_TRACING_MACROS_H
#define BPFLINKER_BPF_TRACING_MACROS_H

#ifndef __BPF_TARGET_MISSING
#define __BPF_TARGET_MISSING "GCC error \"needs the machine's registers: -D__TARGET_ARCH_x86 or another\""
#endif

#ifdef bpf_target_defined
#define __PT_REGS_CAST(x) __bpfx_regs(x)
#define __PT_PARM1_REG __bpfx_parm1
#define __PT_PARM2_REG __bpfx_parm2
#define __PT_PARM3_REG __bpfx_parm3
#define __PT_PARM4_REG __bpfx_parm4
#define __PT_PARM5_REG __bpfx_parm5
#define __PT_PARM6_REG __bpfx_parm6
#define __PT_PARM7_REG __bpfx_parm7
#define __PT_PARM8_REG __bpfx_parm8
#define __PT_PARM1_SYSCALL_REG __bpfx_sys1
#define __PT_PARM2_SYSCALL_REG __bpfx_sys2
#define __PT_PARM3_SYSCALL_REG __bpfx_sys3
#define __PT_PARM4_SYSCALL_REG __bpfx_sys4
#define __PT_PARM5_SYSCALL_REG __bpfx_sys5
#define __PT_PARM6_SYSCALL_REG __bpfx_sys6
#define __PT_PARM7_SYSCALL_REG __bpfx_sys7
#define __PT_RET_REG __bpfx_ret
#define __PT_FP_REG __bpfx_fp
#define __PT_RC_REG __bpfx_rc
#define __PT_SP_REG __bpfx_sp
#define __PT_IP_REG __bpfx_ip
#endif

/* The context, then the arguments, as the functions take them that the program macros make. */
#define ___bpf_ctx_cast0() ctx
#define ___bpf_ctx_cast1(x) ___bpf_ctx_cast0(), (void *)ctx[0]
#define ___bpf_ctx_cast2(x, more...) ___bpf_ctx_cast1(more), (void *)ctx[1]
#define ___bpf_ctx_cast3(x, more...) ___bpf_ctx_cast2(more), (void *)ctx[2]
#define ___bpf_ctx_cast4(x, more...) ___bpf_ctx_cast3(more), (void *)ctx[3]
#define ___bpf_ctx_cast5(x, more...) ___bpf_ctx_cast4(more), (void *)ctx[4]
#define ___bpf_ctx_cast6(x, more...) ___bpf_ctx_cast5(more), (void *)ctx[5]
#define ___bpf_ctx_cast7(x, more...) ___bpf_ctx_cast6(more), (void *)ctx[6]
#define ___bpf_ctx_cast8(x, more...) ___bpf_ctx_cast7(more), (void *)ctx[7]
#define ___bpf_ctx_cast9(x, more...) ___bpf_ctx_cast8(more), (void *)ctx[8]
#define ___bpf_ctx_cast10(x, more...) ___bpf_ctx_cast9(more), (void *)ctx[9]
#define ___bpf_ctx_cast11(x, more...) ___bpf_ctx_cast10(more), (void *)ctx[10]
#define ___bpf_ctx_cast12(x, more...) ___bpf_ctx_cast11(more), (void *)ctx[11]
#define ___bpf_ctx_cast(args...) __bpfx_tr_cat(___bpf_ctx_cast, __bpfx_count(_, ##args))(args)

#define ___bpf_kprobe_args0() ctx
#define ___bpf_kprobe_args1(x) ___bpf_kprobe_args0(), (void *)(unsigned long)PT_REGS_PARM1(ctx)
#define ___bpf_kprobe_args2(x, more...) ___bpf_kprobe_args1(more), (void *)(unsigned long)PT_REGS_PARM2(ctx)
#define ___bpf_kprobe_args3(x, more...) ___bpf_kprobe_args2(more), (void *)(unsigned long)PT_REGS_PARM3(ctx)
#define ___bpf_kprobe_args4(x, more...) ___bpf_kprobe_args3(more), (void *)(unsigned long)PT_REGS_PARM4(ctx)
#define ___bpf_kprobe_args5(x, more...) ___bpf_kprobe_args4(more), (void *)(unsigned long)PT_REGS_PARM5(ctx)
#define ___bpf_kprobe_args6(x, more...) ___bpf_kprobe_args5(more), (void *)(unsigned long)PT_REGS_PARM6(ctx)
#define ___bpf_kprobe_args7(x, more...) ___bpf_kprobe_args6(more), (void *)(unsigned long)PT_REGS_PARM7(ctx)
#define ___bpf_kprobe_args8(x, more...) ___bpf_kprobe_args7(more), (void *)(unsigned long)PT_REGS_PARM8(ctx)
#define ___bpf_kprobe_args(args...) __bpfx_tr_cat(___bpf_kprobe_args, __bpfx_count(_, ##args))(args)

#define ___bpf_kretprobe_args0() ctx
#define ___bpf_kretprobe_args1(x) ___bpf_kretprobe_args0(), (void *)(unsigned long)PT_REGS_RC(ctx)
#define ___bpf_kretprobe_args(args...) __bpfx_tr_cat(___bpf_kretprobe_args, __bpfx_count(_, ##args))(args)

#define ___bpf_syscall_args0() ctx
#define ___bpf_syscall_args1(x) ___bpf_syscall_args0(), (void *)(unsigned long)PT_REGS_PARM1_SYSCALL(regs)
#define ___bpf_syscall_args2(x, more...) ___bpf_syscall_args1(more), (void *)(unsigned long)PT_REGS_PARM2_SYSCALL(regs)
#define ___bpf_syscall_args3(x, more...) ___bpf_syscall_args2(more), (void *)(unsigned long)PT_REGS_PARM3_SYSCALL(regs)
#define ___bpf_syscall_args4(x, more...) ___bpf_syscall_args3(more), (void *)(unsigned long)PT_REGS_PARM4_SYSCALL(regs)
#define ___bpf_syscall_args5(x, more...) ___bpf_syscall_args4(more), (void *)(unsigned long)PT_REGS_PARM5_SYSCALL(regs)
#define ___bpf_syscall_args6(x, more...) ___bpf_syscall_args5(more), (void *)(unsigned long)PT_REGS_PARM6_SYSCALL(regs)
#define ___bpf_syscall_args7(x, more...) ___bpf_syscall_args6(more), (void *)(unsigned long)PT_REGS_PARM7_SYSCALL(regs)
#define ___bpf_syscall_args(args...) __bpfx_tr_cat(___bpf_syscall_args, __bpfx_count(_, ##args))(args)

#define ___bpf_syswrap_args0() ctx
#define ___bpf_syswrap_args1(x) ___bpf_syswrap_args0(), (void *)(unsigned long)PT_REGS_PARM1_CORE_SYSCALL(regs)
#define ___bpf_syswrap_args2(x, more...) ___bpf_syswrap_args1(more), (void *)(unsigned long)PT_REGS_PARM2_CORE_SYSCALL(regs)
#define ___bpf_syswrap_args3(x, more...) ___bpf_syswrap_args2(more), (void *)(unsigned long)PT_REGS_PARM3_CORE_SYSCALL(regs)
#define ___bpf_syswrap_args4(x, more...) ___bpf_syswrap_args3(more), (void *)(unsigned long)PT_REGS_PARM4_CORE_SYSCALL(regs)
#define ___bpf_syswrap_args5(x, more...) ___bpf_syswrap_args4(more), (void *)(unsigned long)PT_REGS_PARM5_CORE_SYSCALL(regs)
#define ___bpf_syswrap_args6(x, more...) ___bpf_syswrap_args5(more), (void *)(unsigned long)PT_REGS_PARM6_CORE_SYSCALL(regs)
#define ___bpf_syswrap_args7(x, more...) ___bpf_syswrap_args6(more), (void *)(unsigned long)PT_REGS_PARM7_CORE_SYSCALL(regs)
#define ___bpf_syswrap_args(args...) __bpfx_tr_cat(___bpf_syswrap_args, __bpfx_count(_, ##args))(args)

/* Pairs of a type and a name: how many; the slots that they fill; declarations; values out of ctx, n slots in all. */
#ifndef ___bpf_nth2
#define ___bpf_nth2(_0, _1, _2, _3, _4, _5, _6, _7, _8, _9, _10, _11, _12, _13, _14, _15, _16, _17, _18, _19, _20, _21, \
		    _22, _23, _24, N, ...)                                                                            \
	N
#endif
#ifndef ___bpf_narg2
#define ___bpf_narg2(...)                                                                                       \
	___bpf_nth2(_, ##__VA_ARGS__, 12, 12, 11, 11, 10, 10, 9, 9, 8, 8, 7, 7, 6, 6, 5, 5, 4, 4, 3, 3, 2, 2, 1, 1, \
		    0)
#endif
#define ___bpf_treg_cnt(t) __bpfx_width(t)
#define ___bpf_reg_cnt0() (0)
#define ___bpf_reg_cnt1(t, x) (___bpf_treg_cnt(t))
#define ___bpf_reg_cnt2(t, x, more...) (___bpf_treg_cnt(t) + ___bpf_reg_cnt1(more))
#define ___bpf_reg_cnt3(t, x, more...) (___bpf_treg_cnt(t) + ___bpf_reg_cnt2(more))
#define ___bpf_reg_cnt4(t, x, more...) (___bpf_treg_cnt(t) + ___bpf_reg_cnt3(more))
#define ___bpf_reg_cnt5(t, x, more...) (___bpf_treg_cnt(t) + ___bpf_reg_cnt4(more))
#define ___bpf_reg_cnt6(t, x, more...) (___bpf_treg_cnt(t) + ___bpf_reg_cnt5(more))
#define ___bpf_reg_cnt7(t, x, more...) (___bpf_treg_cnt(t) + ___bpf_reg_cnt6(more))
#define ___bpf_reg_cnt8(t, x, more...) (___bpf_treg_cnt(t) + ___bpf_reg_cnt7(more))
#define ___bpf_reg_cnt9(t, x, more...) (___bpf_treg_cnt(t) + ___bpf_reg_cnt8(more))
#define ___bpf_reg_cnt10(t, x, more...) (___bpf_treg_cnt(t) + ___bpf_reg_cnt9(more))
#define ___bpf_reg_cnt11(t, x, more...) (___bpf_treg_cnt(t) + ___bpf_reg_cnt10(more))
#define ___bpf_reg_cnt12(t, x, more...) (___bpf_treg_cnt(t) + ___bpf_reg_cnt11(more))
#define ___bpf_reg_cnt(args...) __bpfx_tr_cat(___bpf_reg_cnt, ___bpf_narg2(args))(args)

#define ___bpf_union_arg(t, x, n) __bpfx_take(t, n)
#define ___bpf_ctx_arg0(n, args...)
#define ___bpf_ctx_arg1(n, t, x) , ___bpf_union_arg(t, x, (n) - ___bpf_reg_cnt1(t, x))
#define ___bpf_ctx_arg2(n, t, x, more...) \
	, ___bpf_union_arg(t, x, (n) - ___bpf_reg_cnt2(t, x, more)) ___bpf_ctx_arg1(n, more)
#define ___bpf_ctx_arg3(n, t, x, more...) \
	, ___bpf_union_arg(t, x, (n) - ___bpf_reg_cnt3(t, x, more)) ___bpf_ctx_arg2(n, more)
#define ___bpf_ctx_arg4(n, t, x, more...) \
	, ___bpf_union_arg(t, x, (n) - ___bpf_reg_cnt4(t, x, more)) ___bpf_ctx_arg3(n, more)
#define ___bpf_ctx_arg5(n, t, x, more...) \
	, ___bpf_union_arg(t, x, (n) - ___bpf_reg_cnt5(t, x, more)) ___bpf_ctx_arg4(n, more)
#define ___bpf_ctx_arg6(n, t, x, more...) \
	, ___bpf_union_arg(t, x, (n) - ___bpf_reg_cnt6(t, x, more)) ___bpf_ctx_arg5(n, more)
#define ___bpf_ctx_arg7(n, t, x, more...) \
	, ___bpf_union_arg(t, x, (n) - ___bpf_reg_cnt7(t, x, more)) ___bpf_ctx_arg6(n, more)
#define ___bpf_ctx_arg8(n, t, x, more...) \
	, ___bpf_union_arg(t, x, (n) - ___bpf_reg_cnt8(t, x, more)) ___bpf_ctx_arg7(n, more)
#define ___bpf_ctx_arg9(n, t, x, more...) \
	, ___bpf_union_arg(t, x, (n) - ___bpf_reg_cnt9(t, x, more)) ___bpf_ctx_arg8(n, more)
#define ___bpf_ctx_arg10(n, t, x, more...) \
	, ___bpf_union_arg(t, x, (n) - ___bpf_reg_cnt10(t, x, more)) ___bpf_ctx_arg9(n, more)
#define ___bpf_ctx_arg11(n, t, x, more...) \
	, ___bpf_union_arg(t, x, (n) - ___bpf_reg_cnt11(t, x, more)) ___bpf_ctx_arg10(n, more)
#define ___bpf_ctx_arg12(n, t, x, more...) \
	, ___bpf_union_arg(t, x, (n) - ___bpf_reg_cnt12(t, x, more)) ___bpf_ctx_arg11(n, more)
#define ___bpf_ctx_arg(args...) __bpfx_tr_cat(___bpf_ctx_arg, ___bpf_narg2(args))(___bpf_reg_cnt(args), ##args)

#define ___bpf_ctx_decl0()
#define ___bpf_ctx_decl1(t, x) , t x
#define ___bpf_ctx_decl2(t, x, more...) , t x ___bpf_ctx_decl1(more)
#define ___bpf_ctx_decl3(t, x, more...) , t x ___bpf_ctx_decl2(more)
#define ___bpf_ctx_decl4(t, x, more...) , t x ___bpf_ctx_decl3(more)
#define ___bpf_ctx_decl5(t, x, more...) , t x ___bpf_ctx_decl4(more)
#define ___bpf_ctx_decl6(t, x, more...) , t x ___bpf_ctx_decl5(more)
#define ___bpf_ctx_decl7(t, x, more...) , t x ___bpf_ctx_decl6(more)
#define ___bpf_ctx_decl8(t, x, more...) , t x ___bpf_ctx_decl7(more)
#define ___bpf_ctx_decl9(t, x, more...) , t x ___bpf_ctx_decl8(more)
#define ___bpf_ctx_decl10(t, x, more...) , t x ___bpf_ctx_decl9(more)
#define ___bpf_ctx_decl11(t, x, more...) , t x ___bpf_ctx_decl10(more)
#define ___bpf_ctx_decl12(t, x, more...) , t x ___bpf_ctx_decl11(more)
#define ___bpf_ctx_decl(args...) __bpfx_tr_cat(___bpf_ctx_decl, ___bpf_narg2(args))(args)

#endif
