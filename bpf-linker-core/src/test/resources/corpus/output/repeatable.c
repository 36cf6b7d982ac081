// The same inputs and options give the same bytes in another folder and with another order of members.
// LLVM: embedded system-22
// BUILD: main.bc = clang-19 main.c
// BUILD: a.bc = clang-19 a.c
// BUILD: b.bc = clang-19 b.c
// BUILD: ab.a = ar rcs a.bc b.bc
// BUILD: ba.a = ar rcs b.bc a.bc
// LINK: main.bc ab.a --btf
// REPEATABLE:
// SAME-BYTES-WITH: main.bc ab.a --btf
// SAME-BYTES-WITH: main.bc ba.a --btf
// RUN: pass -> 3
// LINK: main.bc ab.a -r -o out.bc
// REPEATABLE:
//--- main.c
#include <bpf_min.h>
int a(void);
int b(void);
SEC("xdp") int pass(void *ctx) { return a() + b(); }
//--- a.c
#include <bpf_min.h>
volatile int one = 1;
__noinline int a(void) { return one; }
//--- b.c
#include <bpf_min.h>
volatile int two = 2;
__noinline int b(void) { return two; }
