// A weak reference that nothing defines is no complaint, and pulls no member.
// BUILD: main.bc = clang-22 main.c
// BUILD: maybe.bc = clang-22 maybe.c
// BUILD: lib.a = ar rcs maybe.bc
// LINK: main.bc maybe.bc --btf
// RUN: pass -> 2
//--- main.c
#include <bpf_min.h>
__attribute__((weak)) int maybe(void);
SEC("xdp") int pass(void *ctx) { return maybe ? maybe() : XDP_DROP; }
//--- maybe.c
int maybe(void) { return 2; }
