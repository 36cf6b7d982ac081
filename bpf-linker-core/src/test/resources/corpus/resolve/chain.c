// References lead from archive to archive, back and forth, whatever their order.
// BUILD: main.bc = clang-22 main.c
// BUILD: a1.bc = clang-22 a1.c
// BUILD: a2.bc = clang-22 a2.c
// BUILD: b.bc = clang-22 b.c
// BUILD: a.a = ar rcs a1.bc a2.bc
// BUILD: b.a = ar rcs b.bc
// LINK: main.bc a.a b.a --btf
// RUN: pass -> 3
// SAME-SHAPE-WITH: --whole-archive
// LINK: b.a a.a main.bc --btf
// RUN: pass -> 3
//--- main.c
#include <bpf_min.h>
int three(void);
SEC("xdp") int pass(void *ctx) { return three(); }
//--- a1.c
int two(void);
int three(void) { return two() + 1; }
//--- b.c
int one(void);
int two(void) { return one() + 1; }
//--- a2.c
int one(void) { return 1; }
