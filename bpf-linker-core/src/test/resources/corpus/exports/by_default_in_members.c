// The default looks at direct inputs and at members that are in, and pulls no member by itself.
// BUILD: main.bc = clang-22 main.c
// BUILD: in.bc = clang-22 in.c
// BUILD: out.bc = clang-22 out.c
// BUILD: lib.a = ar rcs in.bc out.bc
// LINK: main.bc lib.a --btf
// PROGRAMS: tc:also, xdp:pass
// MAPS: -
// SYMBOL: knob GLOBAL OBJECT .data
// RUN: pass -> 2
//--- main.c
#include <bpf_min.h>
int two(void);
SEC("xdp") int pass(void *ctx) { return two(); }
//--- in.c
#include <bpf_min.h>
volatile int knob = 3;
int two(void) { return 2; }
SEC("tc") int also(void *ctx) { return knob; }
//--- out.c
#include <bpf_min.h>
ARRAY_MAP(not_in, u64, 1);
