/* SPDX-License-Identifier: Apache-2.0 */
/* What the macros of the other headers are built from. Internal, but for the names at the end. */
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

/* Names of libbpf's own that programs build their macros from. */
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

/* ___bpf_fill(array, values...) sets the first elements of an array of 64-bit numbers, from p on in the steps. */
#define ___bpf_fill0(arr, p, x) \
	do {                    \
	} while (0)
#define ___bpf_fill1(arr, p, x) (arr)[p] = (unsigned long long)(x)
#define ___bpf_fill2(arr, p, x, more...) ___bpf_fill1(arr, p, x); ___bpf_fill1(arr, (p) + 1, more)
#define ___bpf_fill3(arr, p, x, more...) ___bpf_fill1(arr, p, x); ___bpf_fill2(arr, (p) + 1, more)
#define ___bpf_fill4(arr, p, x, more...) ___bpf_fill1(arr, p, x); ___bpf_fill3(arr, (p) + 1, more)
#define ___bpf_fill5(arr, p, x, more...) ___bpf_fill1(arr, p, x); ___bpf_fill4(arr, (p) + 1, more)
#define ___bpf_fill6(arr, p, x, more...) ___bpf_fill1(arr, p, x); ___bpf_fill5(arr, (p) + 1, more)
#define ___bpf_fill7(arr, p, x, more...) ___bpf_fill1(arr, p, x); ___bpf_fill6(arr, (p) + 1, more)
#define ___bpf_fill8(arr, p, x, more...) ___bpf_fill1(arr, p, x); ___bpf_fill7(arr, (p) + 1, more)
#define ___bpf_fill9(arr, p, x, more...) ___bpf_fill1(arr, p, x); ___bpf_fill8(arr, (p) + 1, more)
#define ___bpf_fill10(arr, p, x, more...) ___bpf_fill1(arr, p, x); ___bpf_fill9(arr, (p) + 1, more)
#define ___bpf_fill11(arr, p, x, more...) ___bpf_fill1(arr, p, x); ___bpf_fill10(arr, (p) + 1, more)
#define ___bpf_fill12(arr, p, x, more...) ___bpf_fill1(arr, p, x); ___bpf_fill11(arr, (p) + 1, more)
#define ___bpf_fill(arr, args...) __bpfx_cat(___bpf_fill, __bpfx_count(_, ##args))(arr, 0, args)

#endif
