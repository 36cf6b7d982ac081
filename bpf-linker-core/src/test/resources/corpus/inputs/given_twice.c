// An archive that is named twice, as build tools do for cycles, is linked once.
// BUILD: prog.bc = clang-22 main.c
// BUILD: help.bc = clang-22 help.c
// BUILD: help.a = ar rcs help.bc
// LINK: prog.bc help.a help.a --btf
// SAME-BYTES-WITH: help.a prog.bc help.a --btf
// RUN: pass -> 2
//--- main.c
#include <bpf_min.h>
int two(void);
SEC("xdp") int pass(void *ctx) { return two(); }
//--- help.c
int two(void) { return 2; }
