/* SPDX-License-Identifier: Apache-2.0 */
/* What the macros of the other headers are built from. Internal, but for the four names at the end. */
#ifndef BPFLINKER_BPF_MACROS_H
#define BPFLINKER_BPF_MACROS_H

#define __bpfx_cat2(a, b) a##b
#define __bpfx_cat(a, b) __bpfx_cat2(a, b)

/*
 * Number of arguments after the first, 0 to 12. A strict -std=c11 takes the comma before an absent
 * ##args away only if a parameter with a name comes first, hence that one.
 */
#define __bpfx_pick(_0, _1, _2, _3, _4, _5, _6, _7, _8, _9, _10, _11, _12, n, ...) n
#define __bpfx_count(first, args...) __bpfx_pick(first, ##args, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0)

/* The arguments after the first as values of 64 bits, separated by commas. */
#define __bpfx_u64s0()
#define __bpfx_u64s1(x) (unsigned long long)(x)
#define __bpfx_u64s2(x, more...) (unsigned long long)(x), __bpfx_u64s1(more)
#define __bpfx_u64s3(x, more...) (unsigned long long)(x), __bpfx_u64s2(more)
#define __bpfx_u64s4(x, more...) (unsigned long long)(x), __bpfx_u64s3(more)
#define __bpfx_u64s5(x, more...) (unsigned long long)(x), __bpfx_u64s4(more)
#define __bpfx_u64s6(x, more...) (unsigned long long)(x), __bpfx_u64s5(more)
#define __bpfx_u64s7(x, more...) (unsigned long long)(x), __bpfx_u64s6(more)
#define __bpfx_u64s8(x, more...) (unsigned long long)(x), __bpfx_u64s7(more)
#define __bpfx_u64s9(x, more...) (unsigned long long)(x), __bpfx_u64s8(more)
#define __bpfx_u64s10(x, more...) (unsigned long long)(x), __bpfx_u64s9(more)
#define __bpfx_u64s11(x, more...) (unsigned long long)(x), __bpfx_u64s10(more)
#define __bpfx_u64s12(x, more...) (unsigned long long)(x), __bpfx_u64s11(more)
#define __bpfx_u64s(first, args...) __bpfx_cat(__bpfx_u64s, __bpfx_count(first, ##args))(args)

/* Names that programs are known to use. */
#ifndef ___bpf_concat
#define ___bpf_concat(a, b) a##b
#endif
#ifndef ___bpf_apply
#define ___bpf_apply(fn, n) ___bpf_concat(fn, n)
#endif
#ifndef ___bpf_nth
#define ___bpf_nth(_, _1, _2, _3, _4, _5, _6, _7, _8, _9, _a, _b, _c, N, ...) N
#endif
#ifndef ___bpf_narg
#define ___bpf_narg(...) __bpfx_count(_, ##__VA_ARGS__)
#endif

#endif
