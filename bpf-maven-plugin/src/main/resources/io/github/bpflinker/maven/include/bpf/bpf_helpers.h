/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What every BPF program in C needs: where functions and data go in the object, how maps are
 * described, printing, loops. The names are those that programs written for libbpf use.
 */
#ifndef __BPF_HELPERS__
#define __BPF_HELPERS__

#include "bpf_helper_defs.h"
#include "bpf_macros.h"

/*
 * Maps: each member of a map's struct is a pointer whose type carries the setting, so that it is
 * read from BTF alone and takes no space in the object.
 */
#define __uint(name, val) int(*name)[val]
#define __type(name, val) __typeof__(val) *name
#define __array(name, val) __typeof__(val) *name[]
#define __ulong(name, val) \
	enum { __bpfx_cat(__bpfx_ulong_, __COUNTER__) = val } name

/* The section says what a function or a variable is. An extern takes it, too. */
#define SEC(name)                                                    \
	_Pragma("GCC diagnostic push")                               \
	_Pragma("GCC diagnostic ignored \"-Wignored-attributes\"")   \
	__attribute__((section(name), used))                         \
	_Pragma("GCC diagnostic pop")

/* linux/stddef.h has a weaker one. */
#undef __always_inline
#define __always_inline inline __attribute__((always_inline))

#ifndef likely
#define likely(x) (__builtin_expect(!!(x), 1))
#endif
#ifndef unlikely
#define unlikely(x) (__builtin_expect(!!(x), 0))
#endif
#ifndef __noinline
#define __noinline __attribute__((noinline))
#endif
#ifndef __weak
#define __weak __attribute__((weak))
#endif
/* Verified once for each caller, as if it were static, though other files may call it. */
#ifndef __hidden
#define __hidden __attribute__((visibility("hidden")))
#endif

/* Externs that the loader resolves: kernel symbols and kfuncs; kernel configuration. */
#ifndef __ksym
#define __ksym __attribute__((section(".ksyms")))
#endif
#ifndef __kconfig
#define __kconfig __attribute__((section(".kconfig")))
#endif

/* Pointers to kernel or user objects in map values. */
#ifndef __kptr
#define __kptr __attribute__((btf_type_tag("kptr")))
#endif
/* Before Linux 6.4 a kptr that is counted was marked so, and plain kptrs were the untrusted ones. */
#ifndef __kptr_ref
#define __kptr_ref __attribute__((btf_type_tag("kptr_ref")))
#endif
#ifndef __kptr_untrusted
#define __kptr_untrusted __attribute__((btf_type_tag("kptr_untrusted")))
#endif
#ifndef __percpu_kptr
#define __percpu_kptr __attribute__((btf_type_tag("percpu_kptr")))
#endif
#ifndef __uptr
#define __uptr __attribute__((btf_type_tag("uptr")))
#endif

/* What the verifier may assume of an argument of a global function. */
#ifndef __arg_ctx
#define __arg_ctx __attribute__((btf_decl_tag("arg:ctx")))
#endif
#ifndef __arg_nonnull
#define __arg_nonnull __attribute__((btf_decl_tag("arg:nonnull")))
#endif
#ifndef __arg_nullable
#define __arg_nullable __attribute__((btf_decl_tag("arg:nullable")))
#endif
#ifndef __arg_trusted
#define __arg_trusted __attribute__((btf_decl_tag("arg:trusted")))
#endif
#ifndef __arg_untrusted
#define __arg_untrusted __attribute__((btf_decl_tag("arg:untrusted")))
#endif
#ifndef __arg_arena
#define __arg_arena __attribute__((btf_decl_tag("arg:arena")))
#endif

/* Beside vmlinux.h no standard header can be included, so these are here. */
#ifndef NULL
#define NULL ((void *)0)
#endif
#ifndef KERNEL_VERSION
#define KERNEL_VERSION(major, minor, patch) \
	(((major) << 16) + ((minor) << 8) + ((patch) > 255 ? 255 : (patch)))
#endif

/* The plain form, not the builtin, for a preserve_access_index type then gives a CO-RE relocation. */
#undef offsetof
#define offsetof(type, member) ((unsigned long)&((type *)0)->member)
#undef container_of
#define container_of(ptr, type, member) \
	((type *)((char *)(void *)(ptr) - offsetof(type, member)))

/* Keeps the compiler from moving accesses, or what it knows of a variable, across this point. */
#ifndef barrier
#define barrier() __asm__ volatile("" ::: "memory")
#endif
#ifndef barrier_var
#define barrier_var(var) __asm__ volatile("" : "+r"(var))
#endif

/* Fails in code generation unless the compiler proves that it never gets here. */
#ifndef __bpf_unreachable
#define __bpf_unreachable() __builtin_trap()
#endif

enum libbpf_pin_type {
	LIBBPF_PIN_NONE,
	/* Pinned under the map's name, in /sys/fs/bpf unless the loader is told otherwise. */
	LIBBPF_PIN_BY_NAME,
};

/* Type of a kernel configuration variable that may be y, n or m. */
enum libbpf_tristate {
	TRI_NO = 0,
	TRI_YES = 1,
	TRI_MODULE = 2,
};

/* A map in a section "maps", from before BTF; libbpf 1.0 does not take them any more. */
struct bpf_map_def {
	unsigned int type;
	unsigned int key_size;
	unsigned int value_size;
	unsigned int max_entries;
	unsigned int map_flags;
};

/* Whether the running kernel has a symbol that is declared __weak __ksym. */
#define bpf_ksym_exists(sym)                                                              \
	({                                                                                \
		_Static_assert(!__builtin_constant_p(!!(sym)), #sym " must be __weak"); \
		!!(sym);                                                                  \
	})

#if defined(__bpf__)
/*
 * A tail call whose map and slot are constants: in this form the kernel turns it into a direct jump.
 * The map and the slot must reach the call from one place, hence the assembly.
 */
static __always_inline void bpf_tail_call_static(void *ctx, const void *map, const __u32 slot)
{
	if (!__builtin_constant_p(slot))
		__bpf_unreachable();
	__asm__ volatile("r1 = %[context]; r2 = %[array]; r3 = %[index]; call 12"
			 :
			 : [context] "r"(ctx), [array] "r"(map), [index] "i"(slot)
			 : "r0", "r1", "r2", "r3", "r4", "r5");
}
#endif

/* Formats into a string; arguments as for bpf_printk(), up to 12. */
#define BPF_SNPRINTF(out, out_size, fmt, args...)                                              \
	({                                                                                     \
		static const char __bpfx_fmt[] = fmt;                                          \
		unsigned long long __bpfx_data[__bpfx_count(_, ##args)] = {__bpfx_u64s(_, ##args)};      \
		bpf_snprintf(out, out_size, __bpfx_fmt, __bpfx_data, sizeof(__bpfx_data));     \
	})

/* Prints to the file that an iterator program fills. */
#define BPF_SEQ_PRINTF(seq, fmt, args...)                                                               \
	({                                                                                              \
		static const char __bpfx_fmt[] = fmt;                                                   \
		unsigned long long __bpfx_data[__bpfx_count(_, ##args)] = {__bpfx_u64s(_, ##args)};               \
		bpf_seq_printf(seq, __bpfx_fmt, sizeof(__bpfx_fmt), __bpfx_data, sizeof(__bpfx_data));  \
	})

/* Kernels before 5.2 have no read-only data: define BPF_NO_GLOBAL_DATA for formats on the stack. */
#ifdef BPF_NO_GLOBAL_DATA
#define BPF_PRINTK_FMT_MOD
#else
#define BPF_PRINTK_FMT_MOD static const
#endif

#define __bpf_printk(fmt, args...)                                          \
	({                                                                  \
		BPF_PRINTK_FMT_MOD char __bpfx_fmt[] = fmt;                 \
		bpf_trace_printk(__bpfx_fmt, sizeof(__bpfx_fmt), ##args);   \
	})

#define __bpf_vprintk(fmt, args...)                                                                  \
	({                                                                                           \
		static const char __bpfx_fmt[] = fmt;                                                \
		unsigned long long __bpfx_data[__bpfx_count(_, ##args)] = {__bpfx_u64s(_, ##args)};            \
		bpf_trace_vprintk(__bpfx_fmt, sizeof(__bpfx_fmt), __bpfx_data, sizeof(__bpfx_data)); \
	})

/* The one of the two that takes so many arguments after the first. */
#define __bpfx_printer(first, args...)                                                                         \
	__bpfx_pick(first, ##args, __bpf_vprintk, __bpf_vprintk, __bpf_vprintk, __bpf_vprintk, __bpf_vprintk, \
		    __bpf_vprintk, __bpf_vprintk, __bpf_vprintk, __bpf_vprintk, __bpf_printk, __bpf_printk,    \
		    __bpf_printk, __bpf_printk)
#define ___bpf_pick_printk(args...) __bpfx_printer(_, ##args)

/* Writes a line to /sys/kernel/tracing/trace_pipe. Up to three arguments work on every kernel, up to 12 since 5.16. */
#define bpf_printk(fmt, args...) __bpfx_printer(fmt, ##args)(fmt, ##args)

/*
 * Writes to one of the program's own streams, which bpftool shows: 1 is standard output, 2 standard error. The kfunc has
 * that name since Linux 6.18 and is declared only where it is used.
 */
#define bpf_stream_printk(stream_id, fmt, args...)                                                          \
	({                                                                                                  \
		static const char __bpfx_fmt[] = fmt;                                                       \
		unsigned long long __bpfx_data[__bpfx_count(_, ##args)] = {__bpfx_u64s(_, ##args)};         \
		extern int bpf_stream_vprintk_impl(int stream, const char *fmt__str, const void *args_data, \
						   __u32 len__sz, void *aux__prog) __weak __ksym;           \
		bpf_stream_vprintk_impl(stream_id, __bpfx_fmt, __bpfx_data, sizeof(__bpfx_data), NULL);     \
	})

/*
 * Open-coded iterators (kernel 6.4). For a kind T the kernel has struct bpf_iter_T and the kfuncs
 * bpf_iter_T_new, _next and _destroy; bpf_for_each(T, cur, args...) is a loop over what _next
 * returns. break, return and goto are fine: leaving the scope destroys the iterator.
 */
struct bpf_iter_num;

extern int bpf_iter_num_new(struct bpf_iter_num *it, int start, int end) __weak __ksym;
extern int *bpf_iter_num_next(struct bpf_iter_num *it) __weak __ksym;
extern void bpf_iter_num_destroy(struct bpf_iter_num *it) __weak __ksym;

#define __bpfx_for_each(kind, it, cur, args...)                                                  \
	for (struct bpf_iter_##kind it __attribute__((aligned(8), cleanup(bpf_iter_##kind##_destroy))), \
	     *__bpfx_cat(it, _begun) __attribute__((unused)) = ({                                    \
		     bpf_iter_##kind##_new(&it, ##args);                                             \
		     (struct bpf_iter_##kind *)0;                                                    \
	     });                                                                                     \
	     ((cur) = bpf_iter_##kind##_next(&it));)

/* Numbers have a struct of their own here, for older headers do not define bpf_iter_num. */
struct __bpfx_num {
	__u64 state;
} __attribute__((aligned(8)));

static __always_inline void __bpfx_num_destroy(struct __bpfx_num *it)
{
	bpf_iter_num_destroy((struct bpf_iter_num *)it);
}

static __always_inline int *__bpfx_num_next(struct __bpfx_num *it)
{
	return bpf_iter_num_next((struct bpf_iter_num *)it);
}

#define __bpfx_numbers(it, start, end)                                               \
	struct __bpfx_num it __attribute__((cleanup(__bpfx_num_destroy))),           \
		*__bpfx_cat(it, _begun) __attribute__((unused)) = ({                 \
			bpf_iter_num_new((struct bpf_iter_num *)&it, (start), (end)); \
			(struct __bpfx_num *)0;                                      \
		})

/* The number is compared again, for the verifier has to see its bounds. */
#define __bpfx_for(it, i, start, end)                                                \
	for (__bpfx_numbers(it, start, end); ({                                      \
		     int *__bpfx_at = __bpfx_num_next(&it);                          \
		     __bpfx_at && ((i) = *__bpfx_at, (i) >= (start) && (i) < (end)); \
	     });)

#define __bpfx_repeat(it, n) for (__bpfx_numbers(it, 0, n); __bpfx_num_next(&it);)

#ifndef bpf_for_each
#define bpf_for_each(type, cur, args...) \
	__bpfx_for_each(type, __bpfx_cat(__bpfx_it, __COUNTER__), cur, ##args)
#endif

/* i counts from start up to end, end left out; both are read again in each round. */
#ifndef bpf_for
#define bpf_for(i, start, end) __bpfx_for(__bpfx_cat(__bpfx_it, __COUNTER__), i, start, end)
#endif

#ifndef bpf_repeat
#define bpf_repeat(N) __bpfx_repeat(__bpfx_cat(__bpfx_it, __COUNTER__), N)
#endif

#endif
