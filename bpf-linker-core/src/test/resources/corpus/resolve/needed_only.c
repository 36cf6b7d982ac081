// Of a member only what is asked for comes in, and members that nobody asks for not at all.
// BUILD: main.bc = clang-22 main.c
// BUILD: lib.bc = clang-22 lib.c
// BUILD: other.bc = clang-22 other.c
// BUILD: lib.a = ar rcs lib.bc other.bc
// LINK: main.bc lib.a --btf
// PROGRAMS: xdp:pass
// NOT-SYMBOL: not_used
// NOT-SYMBOL: far
// NOT-SYMBOL: table
// RUN: pass -> 2
// LINK: main.bc lib.a --btf --whole-archive
// PROGRAMS: tc:far, xdp:pass
// SYMBOL: far GLOBAL FUNC tc
// SYMBOL: table GLOBAL OBJECT
// RUN: pass -> 2
//--- main.c
#include <bpf_min.h>
int used(void);
SEC("xdp") int pass(void *ctx) { return used(); }
//--- lib.c
int used(void) { return 2; }
int not_used(void) { return 3; }
//--- other.c
#include <bpf_min.h>
int table[100] = {1};
SEC("tc") int far(void *ctx) { return 0; }
