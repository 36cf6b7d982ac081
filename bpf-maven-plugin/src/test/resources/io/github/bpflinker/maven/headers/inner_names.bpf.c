// TYPES: uapi vmlinux
#ifdef USE_VMLINUX
#include "vmlinux.h"
#else
#include <linux/bpf.h>
#include <linux/ptrace.h>
#endif
#include <bpf/bpf_core_read.h>
#include <bpf/bpf_endian.h>
#include <bpf/bpf_helpers.h>
#include <bpf/bpf_tracing.h>

char LICENSE[] SEC("license") = "GPL";

/* Programs build macros of their own from those that libbpf builds its from. */
#ifndef __STRICT_ANSI__ /* which does not know a list of no arguments */
_Static_assert(___bpf_narg() == 0, "no argument");
#endif
_Static_assert(___bpf_narg(1, 2, 3) == 3, "three");
_Static_assert(___bpf_nth(_, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 42) == 42, "the one behind twelve");
_Static_assert(___bpf_concat(0x, 1f) == 31, "one token of two");
_Static_assert(___bpf_swab16(0x1234) == 0x3412, "16 bits");
_Static_assert(___bpf_swab32(0x12345678) == 0x78563412, "32 bits");
_Static_assert(___bpf_swab64(0x1234ULL) == 0x3412000000000000ULL, "64 bits");
_Static_assert(___bpf_mvb(0x1234, 16, 1, 0) == 0x12, "byte 1 to byte 0");
_Static_assert(___narg(a, b) == 2, "two");
_Static_assert(___last(1, 2, 3) == 3, "the last one");
_Static_assert(___bpf_narg2(int, a, long, b) == 2, "two pairs");

struct inner {
	int a[4];
	int value;
};

struct outer {
	struct inner *inner;
};

_Static_assert(___bpf_reg_cnt(int, a, struct inner *, b, struct inner, c) == 4, "slots");

long numbers[3];
int result;
struct outer outer;

static __always_inline int add(int a, int b, int c)
{
	return a + b + c;
}

SEC("raw_tp/sys_enter")
int fills(void *ctx)
{
	unsigned long long data[3] = {};
	struct outer *at = &outer;
	int value = 0;
	_Bool same = ___bpf_apply(___bpf_nar, g)(1, 2) == 2;

	___bpf_fill(data, 7, ctx, (short)-1);
	numbers[0] = data[0];
	numbers[1] = data[1] != 0;
	numbers[2] = data[2];
	result = add(___nolast(1, 2, 3, 9)) + same;
	___core_read(bpf_probe_read_kernel, bpf_probe_read_kernel, &value, at, inner, value);
	result += value;
	{
		___type(at, inner) direct = at->inner;

		if (direct)
			bpf_probe_read_kernel(&value, sizeof(value), &___arrow(at, inner, value));
	}
	return result + value;
}

#define TRACED(name, args...) BPF_PROG(name, ##args)

static __always_inline int two(unsigned long long *ctx, void *regs, void *id)
{
	return ctx && regs && id;
}

SEC("raw_tp/sys_enter")
int casts(unsigned long long *ctx)
{
	return two(___bpf_ctx_cast(regs, id));
}

SEC("raw_tp/sys_enter")
int TRACED(traced, struct pt_regs *regs, long id)
{
	return regs && id;
}

SEC("kprobe")
int probed(struct pt_regs *ctx)
{
	return __PT_REGS_CAST(ctx)->__PT_PARM1_REG == __PT_REGS_CAST(ctx)->__PT_RC_REG;
}
