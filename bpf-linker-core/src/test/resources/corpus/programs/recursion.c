// Recursion is no error of a linker, and must not hang it; the verifier refuses what recurses without end.
// SYMBOL: down LOCAL FUNC .text
// PROGRAMS: xdp:pass
// NO-LOAD: the verifier refuses recursion
#include <bpf_min.h>

static __noinline u64 down(u64 n) { return n < 2 ? ktime() : down(n - 1) + down(n - 2); }

SEC("xdp") int pass(struct xdp_md *ctx) { return down(ctx->ingress_ifindex); }
