// Recursion does not hang the linker, and is an error, since every kernel refuses it.
// BUILD: prog.bc = clang-22 recursion.c
// LINK: prog.bc --btf
// EXIT: 1
// STDERR: recursion.c:@[recursion]\b.*error: .*recursion.* no kernel accepts; replace
// LINK: prog.bc --btf --fatal-errors=false
// STDERR: warning: .*recursion.* no kernel accepts; replace
// SYMBOL: down LOCAL FUNC .text
// NO-LOAD: the verifier refuses recursion
#include <bpf_min.h>

static __noinline u64 down(u64 n) { return n < 2 ? ktime() : down(n - 1) + down(n - 2); }

SEC("xdp") int pass(struct xdp_md *ctx) { return down(ctx->ingress_ifindex); } // [recursion]
