// A strong definition beats a weak one, wherever the two are.
// LLVM: embedded system-22
// BUILD: main.bc = clang-19 main.c
// BUILD: weak.bc = clang-19 weak.c
// BUILD: strong.bc = clang-19 strong.c
// LINK: main.bc weak.bc strong.bc --btf
// RUN: pass -> 2
// LINK: main.bc strong.bc weak.bc --btf
// RUN: pass -> 2
// BUILD: weak.a = ar rcs weak.bc
// BUILD: strong.a = ar rcs strong.bc
// LINK: main.bc weak.a strong.a --btf
// RUN: pass -> 2
// LINK: main.bc strong.a weak.a --btf
// RUN: pass -> 2
// SAME-SHAPE-WITH: --whole-archive
// BUILD: both.a = ar rcs weak.bc strong.bc
// LINK: main.bc both.a --btf
// RUN: pass -> 2
// LINK: main.bc weak.bc strong.a --btf
// RUN: pass -> 2
// LINK: main.bc weak.a --btf
// RUN: pass -> 1
//--- main.c
#include <bpf_min.h>
int verdict(void);
SEC("xdp") int pass(void *ctx) { return verdict(); }
//--- weak.c
__attribute__((weak)) int verdict(void) { return 1; }
//--- strong.c
int verdict(void) { return 2; }
