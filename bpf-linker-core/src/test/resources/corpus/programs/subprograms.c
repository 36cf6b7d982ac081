// Functions that stay functions are called through relocations, static and global ones.
// SYMBOL: plus GLOBAL FUNC .text
// SYMBOL: twice LOCAL FUNC .text
// PROGRAMS: xdp:pass
// DISASM: <pass>
// DISASM: call
// RUN: pass -> 23
#include <bpf_min.h>

volatile u32 ten = 10;

static __noinline int twice(int n) { return ten + n; }

__noinline int plus(int n) { return twice(n) + 3; }

SEC("xdp") int pass(void *ctx) { return plus(10) + (twice(0) - 10); }
