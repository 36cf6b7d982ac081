// Of two weak definitions the first input counts; the order of members within an archive does not.
// BUILD: main.bc = clang-22 main.c
// BUILD: one.bc = clang-22 one.c
// BUILD: two.bc = clang-22 two.c
// LINK: main.bc one.bc two.bc --btf
// RUN: pass -> 1
// LINK: main.bc two.bc one.bc --btf
// RUN: pass -> 2
// BUILD: lib.a = ar rcs two.bc one.bc
// BUILD: other.a = ar rcs one.bc two.bc
// LINK: main.bc lib.a --btf
// SAME-BYTES-WITH: main.bc other.a --btf
// PROGRAMS: xdp:pass
//--- main.c
#include <bpf_min.h>
int verdict(void);
SEC("xdp") int pass(void *ctx) { return verdict(); }
//--- one.c
__attribute__((weak)) int verdict(void) { return 1; }
//--- two.c
__attribute__((weak)) int verdict(void) { return 2; }
