// Recursion can't be inlined: the functions of the cycle are named.
// BUILD: prog.bc = clang-22 recursion.c
// LINK: prog.bc --btf --kernel 4.15
// EXIT: 1
// STDERR: error: function '(ping|pong)' calls itself \((ping, pong|pong, ping)\)
#include <bpf_min.h>
static int pong(int n);
static __noinline int ping(int n) { return n > 50 ? n : pong(n * 3 + 1) + 1; }
static __noinline int pong(int n) { return n > 60 ? n : ping(n + 2) * 2; }
SEC("xdp") int pass(struct xdp_md *ctx) { return ping(ctx->rx_queue_index); }
