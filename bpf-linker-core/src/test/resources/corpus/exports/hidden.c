// Hidden definitions, as static subprograms of libbpf are marked, keep their visibility.
// PROGRAMS: xdp:pass
// SYMBOL: helper FUNC HIDDEN .text
// RUN: pass -> 9
#include <bpf_min.h>
volatile int nine = 9;
__hidden __noinline int helper(void *unknown) { return nine; }
SEC("xdp") int pass(void *ctx) { return helper(ctx); }
