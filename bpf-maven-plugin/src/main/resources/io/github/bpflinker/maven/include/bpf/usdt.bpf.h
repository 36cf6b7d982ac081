/* SPDX-License-Identifier: Apache-2.0 */
/*
 * User-level static probes: a program in a section "usdt/BINARY:PROVIDER:NAME" is called where an application has a
 * probe of <sys/sdt.h>. The loader reads from the application where the probe's arguments are and puts that into two
 * maps, by which the functions here find them. Names and layout of the maps are those that libbpf 1.7 and newer fills;
 * define BPF_USDT_LIBBPF_1_6 before this header for objects that libbpf 1.0 to 1.6 loads, which know no index registers.
 * The loader of bpf-linker-core fills both.
 */
#ifndef __USDT_BPF_H__
#define __USDT_BPF_H__

#include <linux/errno.h>

#include "bpf_core_read.h"
#include "bpf_helpers.h"
#include "bpf_tracing.h"

/* How many different descriptions of arguments there may be: of all probes that are attached, without repetitions. */
#ifndef BPF_USDT_MAX_SPEC_CNT
#define BPF_USDT_MAX_SPEC_CNT 256
#endif

/* How many places in code, on kernels without attach cookies (before 5.15). */
#ifndef BPF_USDT_MAX_IP_CNT
#define BPF_USDT_MAX_IP_CNT (4 * BPF_USDT_MAX_SPEC_CNT)
#endif

/* Whether the running kernel has attach cookies: the loader says it. */
extern const _Bool LINUX_HAS_BPF_COOKIE __kconfig;

/* libbpf's limit. */
#define BPF_USDT_MAX_ARG_CNT 12

/* Where an argument is. */
enum __bpf_usdt_arg_type {
	/* It is val_off itself. */
	BPF_USDT_ARG_CONST,
	/* In a register. */
	BPF_USDT_ARG_REG,
	/* In the application's memory, val_off bytes from where a register points. */
	BPF_USDT_ARG_REG_DEREF,
	/* The same, and an index register further, shifted to the left by scale_bitshift. */
	BPF_USDT_ARG_SIB,
};

#ifdef BPF_USDT_LIBBPF_1_6
#define __BPFX_USDT_LAST BPF_USDT_ARG_REG_DEREF
#else
#define __BPFX_USDT_LAST BPF_USDT_ARG_SIB
#endif

/* How to get at one argument, written by the loader. */
struct __bpf_usdt_arg_spec {
	__u64 val_off;
#ifdef BPF_USDT_LIBBPF_1_6
	enum __bpf_usdt_arg_type arg_type;
#elif __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
	enum __bpf_usdt_arg_type arg_type: 8;
	/* The index register's place in struct pt_regs. */
	__u16 idx_reg_off: 12;
	__u16 scale_bitshift: 4;
	__u8 __reserved: 8;
#else
	__u8 __reserved: 8;
	__u16 idx_reg_off: 12;
	__u16 scale_bitshift: 4;
	enum __bpf_usdt_arg_type arg_type: 8;
#endif
	/* The register's place in struct pt_regs. */
	short reg_off;
	_Bool arg_signed;
	/* 64 without the argument's bits. */
	char arg_bitshift;
};

/* One probe. */
struct __bpf_usdt_spec {
	struct __bpf_usdt_arg_spec args[BPF_USDT_MAX_ARG_CNT];
	/* The user's own number, given when the program was attached. */
	__u64 usdt_cookie;
	short arg_cnt;
};

/* Weak, so that several files of an object have them in common. */
struct {
	__uint(type, BPF_MAP_TYPE_ARRAY);
	__uint(max_entries, BPF_USDT_MAX_SPEC_CNT);
	__type(key, int);
	__type(value, struct __bpf_usdt_spec);
} __bpf_usdt_specs SEC(".maps") __weak;

struct {
	__uint(type, BPF_MAP_TYPE_HASH);
	__uint(max_entries, BPF_USDT_MAX_IP_CNT);
	__type(key, long);
	__type(value, __u32);
} __bpf_usdt_ip_to_spec_id SEC(".maps") __weak;

/* The index of the probe's description, or a negative error. */
static __always_inline int __bpf_usdt_spec_id(struct pt_regs *ctx)
{
	long ip;
	int *known;

	if (LINUX_HAS_BPF_COOKIE)
		return bpf_get_attach_cookie(ctx);
	ip = PT_REGS_IP(ctx);
	known = bpf_map_lookup_elem(&__bpf_usdt_ip_to_spec_id, &ip);
	return known ? *known : -ESRCH;
}

static __always_inline struct __bpf_usdt_spec *__bpfx_usdt_spec(struct pt_regs *ctx)
{
	int id = __bpf_usdt_spec_id(ctx);

	return id < 0 ? NULL : bpf_map_lookup_elem(&__bpf_usdt_specs, &id);
}

/* The description of argument n; NULL, with an error in *err, if there is none. */
static __always_inline struct __bpf_usdt_arg_spec *__bpfx_usdt_arg_spec(struct pt_regs *ctx, __u64 n, int *err)
{
	struct __bpf_usdt_spec *spec = __bpfx_usdt_spec(ctx);

	if (!spec) {
		*err = -ESRCH;
		return NULL;
	}
	/* An index that the verifier can follow: the compiler must not test another register than it uses. */
	barrier_var(n);
	if (n >= BPF_USDT_MAX_ARG_CNT || n >= (__u64)spec->arg_cnt) {
		*err = -ENOENT;
		return NULL;
	}
	return &spec->args[n];
}

/* How many arguments the probe has, or a negative error. */
__weak __hidden int bpf_usdt_arg_cnt(struct pt_regs *ctx)
{
	struct __bpf_usdt_spec *spec = __bpfx_usdt_spec(ctx);

	return spec ? spec->arg_cnt : -ESRCH;
}

/* The size of argument arg_num, 0 for the first one, in bytes: 1, 2, 4 or 8; or a negative error. */
__weak __hidden int bpf_usdt_arg_size(struct pt_regs *ctx, __u64 arg_num)
{
	int err = 0;
	struct __bpf_usdt_arg_spec *arg = __bpfx_usdt_arg_spec(ctx, arg_num, &err);

	return arg ? (int)((64U - (unsigned char)arg->arg_bitshift) / 8) : err;
}

/* Puts argument arg_num, 0 for the first one, into *res, widened to 64 bits. Gives 0, or a negative error and *res is 0. */
__weak __hidden int bpf_usdt_arg(struct pt_regs *ctx, __u64 arg_num, long *res)
{
	unsigned long value = 0;
	int err = 0;
	struct __bpf_usdt_arg_spec *arg;

	*res = 0;
	arg = __bpfx_usdt_arg_spec(ctx, arg_num, &err);
	if (!arg)
		return err;
	if (arg->arg_type == BPF_USDT_ARG_CONST) {
		value = arg->val_off;
	} else {
		if (arg->arg_type > __BPFX_USDT_LAST)
			return -EINVAL;
		/* Probed, for the offset is known to the loader only. */
		err = bpf_probe_read_kernel(&value, sizeof(value), (const char *)ctx + arg->reg_off);
		if (err)
			return err;
	}
#ifndef BPF_USDT_LIBBPF_1_6
	if (arg->arg_type == BPF_USDT_ARG_SIB) {
		unsigned long index = 0;

		err = bpf_probe_read_kernel(&index, sizeof(index), (const char *)ctx + arg->idx_reg_off);
		if (err)
			return err;
		value += index << arg->scale_bitshift;
	}
#endif
	if (arg->arg_type >= BPF_USDT_ARG_REG_DEREF) {
		err = bpf_probe_read_user(&value, sizeof(value), (const void *)(value + arg->val_off));
		if (err)
			return err;
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
		value >>= arg->arg_bitshift;
#endif
	}
	value <<= arg->arg_bitshift;
	*res = arg->arg_signed ? (long)value >> arg->arg_bitshift : (long)(value >> arg->arg_bitshift);
	return 0;
}

/* The number given when the program was attached, 0 if none was: usdt_cookie of struct bpf_usdt_opts. */
__weak __hidden long bpf_usdt_cookie(struct pt_regs *ctx)
{
	struct __bpf_usdt_spec *spec = __bpfx_usdt_spec(ctx);

	return spec ? (long)spec->usdt_cookie : 0;
}

#define __bpfx_usdt_value(n)                      \
	({                                        \
		long __bpfx_long;                 \
		bpf_usdt_arg(ctx, n, &__bpfx_long); \
		(void *)__bpfx_long;              \
	})

#define ___bpf_usdt_args0() ctx
#define ___bpf_usdt_args1(x) ___bpf_usdt_args0(), __bpfx_usdt_value(0)
#define ___bpf_usdt_args2(x, more...) ___bpf_usdt_args1(more), __bpfx_usdt_value(1)
#define ___bpf_usdt_args3(x, more...) ___bpf_usdt_args2(more), __bpfx_usdt_value(2)
#define ___bpf_usdt_args4(x, more...) ___bpf_usdt_args3(more), __bpfx_usdt_value(3)
#define ___bpf_usdt_args5(x, more...) ___bpf_usdt_args4(more), __bpfx_usdt_value(4)
#define ___bpf_usdt_args6(x, more...) ___bpf_usdt_args5(more), __bpfx_usdt_value(5)
#define ___bpf_usdt_args7(x, more...) ___bpf_usdt_args6(more), __bpfx_usdt_value(6)
#define ___bpf_usdt_args8(x, more...) ___bpf_usdt_args7(more), __bpfx_usdt_value(7)
#define ___bpf_usdt_args9(x, more...) ___bpf_usdt_args8(more), __bpfx_usdt_value(8)
#define ___bpf_usdt_args10(x, more...) ___bpf_usdt_args9(more), __bpfx_usdt_value(9)
#define ___bpf_usdt_args11(x, more...) ___bpf_usdt_args10(more), __bpfx_usdt_value(10)
#define ___bpf_usdt_args12(x, more...) ___bpf_usdt_args11(more), __bpfx_usdt_value(11)
#define ___bpf_usdt_args(args...) __bpfx_tr_cat(___bpf_usdt_args, __bpfx_count(_, ##args))(args)

/* For programs of these probes: up to 12 arguments as integers or pointers, and the context as ctx. */
#define BPF_USDT(name, args...)                                                                     \
	name(struct pt_regs *ctx);                                                                  \
	static __always_inline __typeof__(name(0)) ____##name(struct pt_regs *ctx, ##args);         \
	__typeof__(name(0)) name(struct pt_regs *ctx)                                               \
	{                                                                                           \
		_Pragma("GCC diagnostic push")                                                      \
		_Pragma("GCC diagnostic ignored \"-Wint-conversion\"")                              \
		return ____##name(__bpfx_tr_cat(___bpf_usdt_args, __bpfx_count(_, ##args))(args));  \
		_Pragma("GCC diagnostic pop")                                                       \
	}                                                                                           \
	static __always_inline __typeof__(name(0))                                                  \
	____##name(struct pt_regs *ctx __attribute__((unused)), ##args)

#endif
