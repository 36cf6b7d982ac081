// An object with several sections of bitcode, or several modules in one, brings all of them.
// BUILD: main.bc = clang-22 main.c
// BUILD: help.bc = clang-22 help.c
// BUILD: shell.o = clang-22 -g0 -fembed-bitcode=off shell.c
// BUILD: one.o = objcopy --add-section .llvmbc=main.bc shell.o
// BUILD: two.o = objcopy --add-section .llvmbc=help.bc one.o
// LINK: two.o --btf
// RUN: pass -> 2
// BUILD: both.bin = cat main.bc help.bc
// BUILD: both.o = objcopy --add-section .llvmbc=both.bin shell.o
// LINK: both.o --btf
// RUN: pass -> 2
// BUILD: lib.a = ar rcs both.o
// LINK: lib.a --whole-archive --btf
// RUN: pass -> 2
//--- main.c
#include <bpf_min.h>
int verdict(void);
SEC("xdp") int pass(void *ctx) { return verdict(); }
//--- help.c
int verdict(void) { return 2; }
//--- shell.c
int nothing;
