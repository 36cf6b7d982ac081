// The link map says what was kept, from which input, and which symbol asked for it.
// BUILD: main.bc = clang-22 main.c
// BUILD: two.bc = clang-22 two.c
// BUILD: one.bc = clang-22 one.c
// BUILD: lib.a = ar rcs two.bc one.bc
// LINK: main.bc lib.a --btf --link-map map.txt
// FILE: map.txt lib\.a\(two\.bc\)\n +two, asked for by main\.bc
// FILE: map.txt pass
// NOT-FILE: map.txt memcpy
// NOT-FILE: map.txt one\.bc
// RUN: pass -> 2
//--- main.c
#include <bpf_min.h>
int two(void);
SEC("xdp") int pass(void *ctx) { return two(); }
//--- two.c
int two(void) { return 2; }
//--- one.c
int one(void) { return 1; }
