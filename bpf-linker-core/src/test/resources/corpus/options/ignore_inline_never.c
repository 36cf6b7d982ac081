// --ignore-inline-never leaves no calls, for kernels that have none.
// LLVM: embedded system-22
// BUILD: prog.bc = clang-19 ignore_inline_never.c
// LINK: prog.bc --btf --export pass
// SYMBOL: add LOCAL FUNC
// RUN: pass -> 5
// LINK: prog.bc --btf --export pass --ignore-inline-never
// NOT-SYMBOL: add
// RUN: pass -> 5
#include <bpf_min.h>
volatile u32 two = 2;
static __noinline int add(int n) { return two + n; }
SEC("xdp") int pass(void *ctx) { return add(1) + two; }
