// Tentative definitions of several inputs are one variable, of the largest size.
// LLVM: embedded system-22
// BUILD: main.bc = clang-19 -fcommon main.c
// BUILD: help.bc = clang-19 -fcommon help.c
// BUILD: help.a = ar rcs help.bc
// LINK: main.bc help.bc --btf
// SYMBOL: shared GLOBAL OBJECT size=16
// RUN: pass -> 5
// LINK: main.bc help.a --btf
// SYMBOL: shared GLOBAL OBJECT size=16
// RUN: pass -> 5
//--- main.c
#include <bpf_min.h>
u64 shared[1];
void set(void);
SEC("xdp") int pass(void *ctx) {
    set();
    return shared[0];
}
//--- help.c
#include <bpf_min.h>
u64 shared[2];
void set(void) { shared[0] = 5; }
