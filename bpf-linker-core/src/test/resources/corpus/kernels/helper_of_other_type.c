// A helper that the kernel offers to programs of other types, or lately to these, is named with line and type.
// BUILD: main.bc = clang-22 main.c
// LINK: main.bc --btf
// STDERR: main\.c:@[comm].*: warning: function 'named' uses 'bpf_get_current_comm in xdp programs', which kernels before 6\.16 refuse; call it from a program of another type, such as kprobe
// STDERR: main\.c:@[store].*: warning: function 'pass' uses 'bpf_skb_store_bytes in xdp programs', which no kernel accepts; call it from a program of another type, such as tc
// NO-LOAD: no kernel has the second for such a program
// LINK: main.bc --btf --kernel 6.12
// EXIT: 1
// STDERR: main\.c:@[comm].*: error: function 'named' uses 'bpf_get_current_comm in xdp programs', which the kernel does not have
// BUILD: fine.bc = clang-22 fine.c
// LINK: fine.bc --btf
// PROGRAMS: kprobe/do_unlinkat:named, tc:stores
//--- main.c
#include <bpf_min.h>
static long (*comm)(void *, u32) = (void *)16;
static long (*store)(void *, u32, void *, u32, u64) = (void *)9;
static __noinline int named(void) {
    char name[16];
    comm(name, sizeof(name)); // [comm]
    return name[0];
}
SEC("xdp") int pass(struct xdp_md *ctx) {
    return named() + store(ctx, 0, ctx, 0, 0); // [store]
}
//--- fine.c
#include <bpf_min.h>
static long (*comm)(void *, u32) = (void *)16;
static long (*store)(void *, u32, void *, u32, u64) = (void *)9;
SEC("kprobe/do_unlinkat") int named(void *ctx) {
    char name[16];
    return comm(name, sizeof(name)) + name[0];
}
SEC("tc") int stores(void *ctx) {
    char byte = 0;
    return store(ctx, 0, &byte, 1, 0) + ktime();
}
char LICENSE[] SEC("license") = "GPL";
