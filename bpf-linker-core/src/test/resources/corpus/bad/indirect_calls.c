// No kernel calls a function by its address: the call is an error with its line and a remedy; helpers and callbacks are not.
// LLVM: embedded system-22
// BUILD: table.bc = clang-19 table.c
// LINK: table.bc --btf
// EXIT: 1
// STDERR: table\.c:@[table]\b.*error: function 'pass' can't be expressed in BPF: an indirect call; .*chosen by a switch
// LINK: table.bc
// EXIT: 1
// STDERR: table\.c:@[table]\b.*error: function 'pass' .*an indirect call
// BUILD: chosen.bc = clang-19 chosen.c
// LINK: chosen.bc --btf
// EXIT: 1
// STDERR: chosen\.c:@[chosen]\b.*error: function 'apply' .*an indirect call \(called from pass
// BUILD: named.bc = clang-19 named.c
// LINK: named.bc --btf
// PROGRAMS: xdp:pass
// RUN: pass -> 2
//--- table.c
#include <bpf_min.h>
static __noinline int more(int x) { return x + ktime(); }
static __noinline int less(int x) { return x - ktime(); }
static int (*const operations[2])(int) = {more, less};
SEC("xdp") int pass(struct xdp_md *ctx) {
    return operations[ctx->rx_queue_index & 1](3); // [table]
}
//--- chosen.c
#include <bpf_min.h>
static __noinline int more(int x) { return x + ktime(); }
static __noinline int less(int x) { return x - ktime(); }
static __noinline int apply(int (*operation)(int), int x) {
    return operation(x) + prandom(); // [chosen]
}
SEC("xdp") int pass(struct xdp_md *ctx) { return apply(more, 1) + apply(less, 2); }
//--- named.c
#include <bpf_min.h>
static long (*loop)(u32 rounds, void *callback, void *context, u64 flags) = (void *)181;
static long round(u32 index, void *context) { return 0; }
static __noinline int more(int x) { return x + ktime(); }
static __noinline int less(int x) { return x - ktime(); }
SEC("xdp") int pass(struct xdp_md *ctx) {
    loop(4, round, 0, 0);
    int n = ctx->rx_queue_index & 1 ? more(3) : less(3);
    return n == 77 ? 1 : 2;
}
char _license[] SEC("license") = "GPL";
