/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Names of libbpf's bpf_core_read.h that it builds its own macros from, for programs that use them.
 */
#ifndef BPFLINKER_BPF_CORE_READ_MACROS_H
#define BPFLINKER_BPF_CORE_READ_MACROS_H

/* A null pointer to a type, or to what an expression has as type. */
#define ___bpf_typeof(type) __bpfx_null(type)

#define __CORE_RELO(src, field, info) __bpfx_field(src, field, info)

/* The bytes of a bit field, to where they belong in *dst. */
#define __CORE_BITFIELD_PROBE_READ(dst, src, fld)                                          \
	bpf_probe_read_kernel(__bpfx_lowest(*(dst), __bpfx_field(src, fld, BYTE_SIZE)),    \
			      __bpfx_field(src, fld, BYTE_SIZE),                           \
			      (const char *)(src) + __bpfx_field(src, fld, BYTE_OFFSET))

#define ___bpf_field_ref1(field) (field)
#define ___bpf_field_ref2(type, field) (__bpfx_null(type)->field)
#define ___bpf_field_ref(args...) __bpfx_core_cat(___bpf_field_ref, __bpfx_count(_, ##args))(args)

/* Lists of up to 10 arguments: their number, or 0 or N for none or some; all but the last one; the last one. */
#define ___concat(a, b) a##b
#define ___apply(fn, n) ___concat(fn, n)
#define ___nth(_1, _2, _3, _4, _5, _6, _7, _8, _9, _10, _11, N, ...) N
#define ___narg(...) ___nth(_, ##__VA_ARGS__, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0)
#define ___empty(...) ___nth(_, ##__VA_ARGS__, N, N, N, N, N, N, N, N, N, N, 0)

#define ___last1(a) a
#define ___last2(a, b) b
#define ___last3(a, b, c) c
#define ___last4(a, b, c, d) d
#define ___last5(a, b, c, d, e) e
#define ___last6(a, b, c, d, e, f) f
#define ___last7(a, b, c, d, e, f, g) g
#define ___last8(a, b, c, d, e, f, g, h) h
#define ___last9(a, b, c, d, e, f, g, h, i) i
#define ___last10(a, b, c, d, e, f, g, h, i, j) j
#define ___last(...) ___apply(___last, ___narg(__VA_ARGS__))(__VA_ARGS__)

#define ___nolast2(a, b) a
#define ___nolast3(a, b, c) a, b
#define ___nolast4(a, b, c, d) a, b, c
#define ___nolast5(a, b, c, d, e) a, b, c, d
#define ___nolast6(a, b, c, d, e, f) a, b, c, d, e
#define ___nolast7(a, b, c, d, e, f, g) a, b, c, d, e, f
#define ___nolast8(a, b, c, d, e, f, g, h) a, b, c, d, e, f, g
#define ___nolast9(a, b, c, d, e, f, g, h, i) a, b, c, d, e, f, g, h
#define ___nolast10(a, b, c, d, e, f, g, h, i, j) a, b, c, d, e, f, g, h, i
#define ___nolast(...) ___apply(___nolast, ___narg(__VA_ARGS__))(__VA_ARGS__)

/* a->b->c, and its type. */
#define ___arrow1(a) a
#define ___arrow2(a, b) a->b
#define ___arrow3(a, b, c) a->b->c
#define ___arrow4(a, b, c, d) a->b->c->d
#define ___arrow5(a, b, c, d, e) a->b->c->d->e
#define ___arrow6(a, b, c, d, e, f) a->b->c->d->e->f
#define ___arrow7(a, b, c, d, e, f, g) a->b->c->d->e->f->g
#define ___arrow8(a, b, c, d, e, f, g, h) a->b->c->d->e->f->g->h
#define ___arrow9(a, b, c, d, e, f, g, h, i) a->b->c->d->e->f->g->h->i
#define ___arrow10(a, b, c, d, e, f, g, h, i, j) a->b->c->d->e->f->g->h->i->j
#define ___arrow(...) ___apply(___arrow, ___narg(__VA_ARGS__))(__VA_ARGS__)
#define ___type(...) __typeof__(___arrow(__VA_ARGS__))

/* One read; and steps of a chain of them, which leave the pointer that they have come to in __t. */
#define ___read(read_fn, dst, src_type, src, accessor) \
	read_fn((void *)(dst), sizeof(*(dst)), &((src_type)(src))->accessor)
#define ___rd_first(fn, src, a) ___read(fn, &__t, ___type(src), src, a);
#define ___rd_last(fn, path...) ___read(fn, &__t, ___type(___nolast(path)), __t, ___last(path));
#define ___rd_p1(fn, path...)  \
	const void *__t;       \
	___rd_first(fn, path)
#define ___rd_p2(fn, path...) ___rd_p1(fn, ___nolast(path)) ___rd_last(fn, path)
#define ___rd_p3(fn, path...) ___rd_p2(fn, ___nolast(path)) ___rd_last(fn, path)
#define ___rd_p4(fn, path...) ___rd_p3(fn, ___nolast(path)) ___rd_last(fn, path)
#define ___rd_p5(fn, path...) ___rd_p4(fn, ___nolast(path)) ___rd_last(fn, path)
#define ___rd_p6(fn, path...) ___rd_p5(fn, ___nolast(path)) ___rd_last(fn, path)
#define ___rd_p7(fn, path...) ___rd_p6(fn, ___nolast(path)) ___rd_last(fn, path)
#define ___rd_p8(fn, path...) ___rd_p7(fn, ___nolast(path)) ___rd_last(fn, path)
#define ___rd_p9(fn, path...) ___rd_p8(fn, ___nolast(path)) ___rd_last(fn, path)
#define ___read_ptrs(fn, src, path...) ___apply(___rd_p, ___narg(path))(fn, src, path)
#define ___core_read0(fn, fn_ptr, dst, src, a) ___read(fn, dst, ___type(src), src, a);
#define ___core_readN(fn, fn_ptr, dst, src, path...) \
	___read_ptrs(fn_ptr, src, ___nolast(path))   \
	___read(fn, dst, ___type(src, ___nolast(path)), __t, ___last(path));
#define ___core_read(fn, fn_ptr, dst, src, a, more...) \
	___apply(___core_read, ___empty(more))(fn, fn_ptr, dst, src, a, ##more)

#endif
