// --disable-memory-builtins treats memcpy like any function: it is not exported, and none is brought.
// BUILD: prog.bc = clang-22 disabled.c
// LINK: prog.bc --btf --disable-memory-builtins --export pass
// PROGRAMS: xdp:pass
// NOT-SYMBOL: memcpy GLOBAL
// RUN: pass -> 3
#include <bpf_min.h>
__noinline void *memcpy(void *to, const void *from, __SIZE_TYPE__ size) { return to; }
volatile u64 two = 2;
SEC("xdp") int pass(void *ctx) { return two + 1; }
