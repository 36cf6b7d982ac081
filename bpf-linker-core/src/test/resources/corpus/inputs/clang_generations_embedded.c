// The embedded LLVM reads what clang 14, 16 and 19 wrote.
// LLVM: embedded system-19
// BUILD: main.bc = clang-14 main.c
// BUILD: help.bc = clang-19 help.c
// BUILD: more.bc = clang-16 more.c
// BUILD: libhelp.a = ar rcs help.bc more.bc
// LINK: main.bc libhelp.a --btf
// PROGRAMS: xdp:pass
// RUN: pass -> 2
//--- main.c
#include <bpf_min.h>
int one(void);
SEC("xdp") int pass(void *ctx) { return one() + 1; }
//--- help.c
int zero(void);
int one(void) { return zero() + 1; }
//--- more.c
int zero(void) { return 0; }
