/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Reading kernel memory by types that may be laid out otherwise on the machine where the program
 * runs (CO-RE): the compiler records each access, the loader puts in the running kernel's offsets.
 * It does so for types marked preserve_access_index, as vmlinux.h marks all of its own.
 */
#ifndef __BPF_CORE_READ_H__
#define __BPF_CORE_READ_H__

#include "bpf_helpers.h"

/* Second argument of the builtins below: what the loader is asked for. */
enum bpf_field_info_kind {
	BPF_FIELD_BYTE_OFFSET = 0,
	BPF_FIELD_BYTE_SIZE = 1,
	BPF_FIELD_EXISTS = 2,
	BPF_FIELD_SIGNED = 3,
	BPF_FIELD_LSHIFT_U64 = 4,
	BPF_FIELD_RSHIFT_U64 = 5,
};

enum bpf_type_id_kind {
	BPF_TYPE_ID_LOCAL = 0,
	BPF_TYPE_ID_TARGET = 1,
};

enum bpf_type_info_kind {
	BPF_TYPE_EXISTS = 0,
	BPF_TYPE_SIZE = 1,
	BPF_TYPE_MATCHES = 2,
};

enum bpf_enum_value_kind {
	BPF_ENUMVAL_EXISTS = 0,
	BPF_ENUMVAL_VALUE = 1,
};

#define __bpfx_field(ptr, field, what) __builtin_preserve_field_info((ptr)->field, BPF_FIELD_##what)
/* Apart from __bpfx_cat, within whose expansion that one would not expand again. */
#define __bpfx_core_cat2(a, b) a##b
#define __bpfx_core_cat(a, b) __bpfx_core_cat2(a, b)

#define __bpfx_null(type) ((__typeof__(type) *)0)

/* Bit fields. Their bytes are fetched, shifted up until the sign bit is on top, and down again. */
#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
#define __bpfx_lowest(val, size) ((void *)&(val))
#else
#define __bpfx_lowest(val, size) ((void *)((char *)&(val) + sizeof(val) - (size)))
#endif

#define __bpfx_unshift(val, s, field)                                                          \
	(__bpfx_field(s, field, SIGNED)                                                         \
		 ? (unsigned long long)((long long)((val) << __bpfx_field(s, field, LSHIFT_U64)) >> \
					__bpfx_field(s, field, RSHIFT_U64))                     \
		 : ((val) << __bpfx_field(s, field, LSHIFT_U64)) >> __bpfx_field(s, field, RSHIFT_U64))

/* From memory that must be probed. */
#define BPF_CORE_READ_BITFIELD_PROBED(s, field)                                                    \
	({                                                                                          \
		unsigned long long __bpfx_val = 0;                                                  \
		bpf_probe_read_kernel(__bpfx_lowest(__bpfx_val, __bpfx_field(s, field, BYTE_SIZE)), \
				      __bpfx_field(s, field, BYTE_SIZE),                            \
				      (const char *)(s) + __bpfx_field(s, field, BYTE_OFFSET));     \
		__bpfx_unshift(__bpfx_val, s, field);                                               \
	})

/* From memory that can be read directly. */
#define BPF_CORE_READ_BITFIELD(s, field)                                                              \
	({                                                                                             \
		const char *__bpfx_p = (const char *)(s) + __bpfx_field(s, field, BYTE_OFFSET);       \
		unsigned long long __bpfx_val = 0;                                                     \
		/* one address, so that the loads of the four cases are not merged into one */         \
		barrier_var(__bpfx_p);                                                                 \
		switch (__bpfx_field(s, field, BYTE_SIZE)) {                                           \
		case 1:                                                                                \
			__bpfx_val = *(const volatile unsigned char *)__bpfx_p;                        \
			break;                                                                         \
		case 2:                                                                                \
			__bpfx_val = *(const volatile unsigned short *)(const void *)__bpfx_p;         \
			break;                                                                         \
		case 4:                                                                                \
			__bpfx_val = *(const volatile unsigned int *)(const void *)__bpfx_p;           \
			break;                                                                         \
		case 8:                                                                                \
			__bpfx_val = *(const volatile unsigned long long *)(const void *)__bpfx_p;     \
			break;                                                                         \
		}                                                                                      \
		__bpfx_unshift(__bpfx_val, s, field);                                                  \
	})

/* Into memory that can be written directly. */
#define BPF_CORE_WRITE_BITFIELD(s, field, new_val)                                                      \
	({                                                                                               \
		char *__bpfx_p = (char *)(s) + __bpfx_field(s, field, BYTE_OFFSET);                      \
		unsigned int __bpfx_size = __bpfx_field(s, field, BYTE_SIZE);                            \
		unsigned int __bpfx_up = __bpfx_field(s, field, LSHIFT_U64);                             \
		unsigned int __bpfx_down = __bpfx_field(s, field, RSHIFT_U64);                           \
		unsigned long long __bpfx_mask = ~0ULL << __bpfx_down >> __bpfx_up;                      \
		unsigned long long __bpfx_new = (unsigned long long)(new_val) << __bpfx_down >> __bpfx_up; \
		barrier_var(__bpfx_p);                                                                   \
		if (__bpfx_size == 1) {                                                                  \
			volatile unsigned char *__bpfx_q = (volatile unsigned char *)__bpfx_p;           \
			*__bpfx_q = (*__bpfx_q & ~__bpfx_mask) | __bpfx_new;                             \
		} else if (__bpfx_size == 2) {                                                           \
			volatile unsigned short *__bpfx_q = (volatile unsigned short *)(void *)__bpfx_p; \
			*__bpfx_q = (*__bpfx_q & ~__bpfx_mask) | __bpfx_new;                             \
		} else if (__bpfx_size == 4) {                                                           \
			volatile unsigned int *__bpfx_q = (volatile unsigned int *)(void *)__bpfx_p;     \
			*__bpfx_q = (*__bpfx_q & ~__bpfx_mask) | __bpfx_new;                             \
		} else {                                                                                 \
			volatile unsigned long long *__bpfx_q =                                          \
				(volatile unsigned long long *)(void *)__bpfx_p;                         \
			*__bpfx_q = (*__bpfx_q & ~__bpfx_mask) | __bpfx_new;                             \
		}                                                                                        \
	})

/* A field is named by an expression, ptr->field, or by its type and its name. */
#define __bpfx_field_ref1(expr) expr
#define __bpfx_field_ref2(type, field) __bpfx_null(type)->field
#define __bpfx_field_ref(args...) __bpfx_core_cat(__bpfx_field_ref, __bpfx_count(_, args))(args)

#define bpf_core_field_exists(field...) \
	__builtin_preserve_field_info(__bpfx_field_ref(field), BPF_FIELD_EXISTS)
#define bpf_core_field_size(field...) \
	__builtin_preserve_field_info(__bpfx_field_ref(field), BPF_FIELD_BYTE_SIZE)
#define bpf_core_field_offset(field...) \
	__builtin_preserve_field_info(__bpfx_field_ref(field), BPF_FIELD_BYTE_OFFSET)

/* The type's id in the program's own BTF, or in the kernel's (0 if it has none such). */
#define bpf_core_type_id_local(type) __builtin_btf_type_id(*__bpfx_null(type), BPF_TYPE_ID_LOCAL)
#define bpf_core_type_id_kernel(type) __builtin_btf_type_id(*__bpfx_null(type), BPF_TYPE_ID_TARGET)

#define bpf_core_type_exists(type) __builtin_preserve_type_info(*__bpfx_null(type), BPF_TYPE_EXISTS)
/* Stricter than exists: members and their types must fit as well (clang 15). */
#define bpf_core_type_matches(type) __builtin_preserve_type_info(*__bpfx_null(type), BPF_TYPE_MATCHES)
#define bpf_core_type_size(type) __builtin_preserve_type_info(*__bpfx_null(type), BPF_TYPE_SIZE)

/* Enumerators by name, whatever number the running kernel gives them. */
#define bpf_core_enum_value_exists(enum_type, enum_value) \
	__builtin_preserve_enum_value(*(__typeof__(enum_type) *)enum_value, BPF_ENUMVAL_EXISTS)
#define bpf_core_enum_value(enum_type, enum_value) \
	__builtin_preserve_enum_value(*(__typeof__(enum_type) *)enum_value, BPF_ENUMVAL_VALUE)

/* The address of one access, which the loader corrects. */
#define __bpfx_at(src) ((const void *)__builtin_preserve_access_index(src))

#define bpf_core_read(dst, sz, src) bpf_probe_read_kernel(dst, sz, __bpfx_at(src))
#define bpf_core_read_str(dst, sz, src) bpf_probe_read_kernel_str(dst, sz, __bpfx_at(src))
#define bpf_core_read_user(dst, sz, src) bpf_probe_read_user(dst, sz, __bpfx_at(src))
#define bpf_core_read_user_str(dst, sz, src) bpf_probe_read_user_str(dst, sz, __bpfx_at(src))

/* A kernel pointer that can be followed without probing; reads of what is not there give 0 (kernel 6.2). */
extern void *bpf_rdonly_cast(const void *obj, __u32 btf_id) __ksym __weak;
#define bpf_core_cast(ptr, type) \
	((__typeof__(type) *)bpf_rdonly_cast((ptr), bpf_core_type_id_kernel(type)))

/*
 * Chains: READ(src, a, b, c) is what src->a->b->c would be. All but the last member are pointers,
 * fetched one after the other by mid(dst, size, address); last fetches the result into dst. A member
 * may be a path of its own, such as a.b or a[2].
 */
#define __bpfx_path1(s, a) (s)->a
#define __bpfx_path2(s, a, b) (s)->a->b
#define __bpfx_path3(s, a, b, c) (s)->a->b->c
#define __bpfx_path4(s, a, b, c, d) (s)->a->b->c->d
#define __bpfx_path5(s, a, b, c, d, e) (s)->a->b->c->d->e
#define __bpfx_path6(s, a, b, c, d, e, f) (s)->a->b->c->d->e->f
#define __bpfx_path7(s, a, b, c, d, e, f, g) (s)->a->b->c->d->e->f->g
#define __bpfx_path8(s, a, b, c, d, e, f, g, h) (s)->a->b->c->d->e->f->g->h
#define __bpfx_path9(s, a, b, c, d, e, f, g, h, i) (s)->a->b->c->d->e->f->g->h->i
/* The value's type: of an expression, not of the member, whose const would stay. */
#define __bpfx_type_of(s, path...) \
	__typeof__(({ __bpfx_core_cat(__bpfx_path, __bpfx_count(_, path))(s, path); }))

/* Read as a plain pointer, since the member itself may be const. */
#define __bpfx_hop(mid, from, to, a)                                   \
	const void *__bpfx_core_cat(to, _raw);                              \
	mid(&__bpfx_core_cat(to, _raw), sizeof(void *), &from->a);          \
	__typeof__(from->a) to = (__typeof__(from->a))__bpfx_core_cat(to, _raw);

#define __bpfx_chain1(mid, last, dst, a) last((void *)(dst), sizeof(*(dst)), &__bpfx_p0->a);
#define __bpfx_chain2(mid, last, dst, a, b) \
	__bpfx_hop(mid, __bpfx_p0, __bpfx_p1, a) \
	last((void *)(dst), sizeof(*(dst)), &__bpfx_p1->b);
#define __bpfx_chain3(mid, last, dst, a, b, c) \
	__bpfx_hop(mid, __bpfx_p0, __bpfx_p1, a) \
	__bpfx_hop(mid, __bpfx_p1, __bpfx_p2, b) \
	last((void *)(dst), sizeof(*(dst)), &__bpfx_p2->c);
#define __bpfx_chain4(mid, last, dst, a, b, c, d) \
	__bpfx_hop(mid, __bpfx_p0, __bpfx_p1, a) \
	__bpfx_hop(mid, __bpfx_p1, __bpfx_p2, b) \
	__bpfx_hop(mid, __bpfx_p2, __bpfx_p3, c) \
	last((void *)(dst), sizeof(*(dst)), &__bpfx_p3->d);
#define __bpfx_chain5(mid, last, dst, a, b, c, d, e) \
	__bpfx_hop(mid, __bpfx_p0, __bpfx_p1, a) \
	__bpfx_hop(mid, __bpfx_p1, __bpfx_p2, b) \
	__bpfx_hop(mid, __bpfx_p2, __bpfx_p3, c) \
	__bpfx_hop(mid, __bpfx_p3, __bpfx_p4, d) \
	last((void *)(dst), sizeof(*(dst)), &__bpfx_p4->e);
#define __bpfx_chain6(mid, last, dst, a, b, c, d, e, f) \
	__bpfx_hop(mid, __bpfx_p0, __bpfx_p1, a) \
	__bpfx_hop(mid, __bpfx_p1, __bpfx_p2, b) \
	__bpfx_hop(mid, __bpfx_p2, __bpfx_p3, c) \
	__bpfx_hop(mid, __bpfx_p3, __bpfx_p4, d) \
	__bpfx_hop(mid, __bpfx_p4, __bpfx_p5, e) \
	last((void *)(dst), sizeof(*(dst)), &__bpfx_p5->f);
#define __bpfx_chain7(mid, last, dst, a, b, c, d, e, f, g) \
	__bpfx_hop(mid, __bpfx_p0, __bpfx_p1, a) \
	__bpfx_hop(mid, __bpfx_p1, __bpfx_p2, b) \
	__bpfx_hop(mid, __bpfx_p2, __bpfx_p3, c) \
	__bpfx_hop(mid, __bpfx_p3, __bpfx_p4, d) \
	__bpfx_hop(mid, __bpfx_p4, __bpfx_p5, e) \
	__bpfx_hop(mid, __bpfx_p5, __bpfx_p6, f) \
	last((void *)(dst), sizeof(*(dst)), &__bpfx_p6->g);
#define __bpfx_chain8(mid, last, dst, a, b, c, d, e, f, g, h) \
	__bpfx_hop(mid, __bpfx_p0, __bpfx_p1, a) \
	__bpfx_hop(mid, __bpfx_p1, __bpfx_p2, b) \
	__bpfx_hop(mid, __bpfx_p2, __bpfx_p3, c) \
	__bpfx_hop(mid, __bpfx_p3, __bpfx_p4, d) \
	__bpfx_hop(mid, __bpfx_p4, __bpfx_p5, e) \
	__bpfx_hop(mid, __bpfx_p5, __bpfx_p6, f) \
	__bpfx_hop(mid, __bpfx_p6, __bpfx_p7, g) \
	last((void *)(dst), sizeof(*(dst)), &__bpfx_p7->h);
#define __bpfx_chain9(mid, last, dst, a, b, c, d, e, f, g, h, i) \
	__bpfx_hop(mid, __bpfx_p0, __bpfx_p1, a) \
	__bpfx_hop(mid, __bpfx_p1, __bpfx_p2, b) \
	__bpfx_hop(mid, __bpfx_p2, __bpfx_p3, c) \
	__bpfx_hop(mid, __bpfx_p3, __bpfx_p4, d) \
	__bpfx_hop(mid, __bpfx_p4, __bpfx_p5, e) \
	__bpfx_hop(mid, __bpfx_p5, __bpfx_p6, f) \
	__bpfx_hop(mid, __bpfx_p6, __bpfx_p7, g) \
	__bpfx_hop(mid, __bpfx_p7, __bpfx_p8, h) \
	last((void *)(dst), sizeof(*(dst)), &__bpfx_p8->i);

#define __bpfx_read_into(mid, last, dst, src, path...)                                     \
	({                                                                                  \
		__typeof__(&*(src)) __bpfx_p0 = (src);                                      \
		__bpfx_core_cat(__bpfx_chain, __bpfx_count(_, path))(mid, last, dst, path)          \
	})

#define __bpfx_read(fn, src, path...)                                  \
	({                                                              \
		__bpfx_type_of(src, path) __bpfx_result;                \
		__bpfx_read_into(fn, fn, &__bpfx_result, src, path);    \
		__bpfx_result;                                          \
	})

/* Into *dst, whose size counts; gives 0 or the error of the last read. */
#define BPF_CORE_READ_INTO(dst, src, path...) \
	__bpfx_read_into(bpf_core_read, bpf_core_read, dst, src, path)
#define BPF_CORE_READ_USER_INTO(dst, src, path...) \
	__bpfx_read_into(bpf_core_read_user, bpf_core_read_user, dst, src, path)

/* A string into *dst, an array; gives its length with the NUL, or an error. */
#define BPF_CORE_READ_STR_INTO(dst, src, path...) \
	__bpfx_read_into(bpf_core_read, bpf_core_read_str, dst, src, path)
#define BPF_CORE_READ_USER_STR_INTO(dst, src, path...) \
	__bpfx_read_into(bpf_core_read_user, bpf_core_read_user_str, dst, src, path)

/* The value itself; what can't be read is 0. */
#define BPF_CORE_READ(src, path...) __bpfx_read(bpf_core_read, src, path)
#define BPF_CORE_READ_USER(src, path...) __bpfx_read(bpf_core_read_user, src, path)

/* The same without relocations, for types whose layout is fixed. */
#define BPF_PROBE_READ_INTO(dst, src, path...) \
	__bpfx_read_into(bpf_probe_read_kernel, bpf_probe_read_kernel, dst, src, path)
#define BPF_PROBE_READ_USER_INTO(dst, src, path...) \
	__bpfx_read_into(bpf_probe_read_user, bpf_probe_read_user, dst, src, path)
#define BPF_PROBE_READ_STR_INTO(dst, src, path...) \
	__bpfx_read_into(bpf_probe_read_kernel, bpf_probe_read_kernel_str, dst, src, path)
#define BPF_PROBE_READ_USER_STR_INTO(dst, src, path...) \
	__bpfx_read_into(bpf_probe_read_user, bpf_probe_read_user_str, dst, src, path)
#define BPF_PROBE_READ(src, path...) __bpfx_read(bpf_probe_read_kernel, src, path)
#define BPF_PROBE_READ_USER(src, path...) __bpfx_read(bpf_probe_read_user, src, path)

#include "bpf_core_read_macros.h"

#endif
