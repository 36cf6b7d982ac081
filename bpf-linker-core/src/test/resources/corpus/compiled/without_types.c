// An object without debug information beside one with: kernels want all functions described, or none.
// BUILD: main.o = clang-22 -fembed-bitcode=off main.c
// BUILD: bare.o = clang-22 -g0 -fembed-bitcode=off bare.c
// LINK: main.o bare.o
// PROGRAMS: xdp:pass
// BTF: FUNC 'bare' type_id=\d+ linkage=global
// BTF: FUNC 'inner' type_id=\d+ linkage=static
// NOT-BTF: linkage=extern
// RUN: pass -> 18
// LINK: bare.o main.o
// PROGRAMS: xdp:pass
// RUN: pass -> 18
//--- main.c
#include <bpf_min.h>
int bare(int x);
SEC("xdp") int pass(void *ctx) { return bare(4) + 2; }
char _license[] SEC("license") = "GPL";
//--- bare.c
static __attribute__((noinline)) int inner(int x) { return x * 3; }
int bare(int x) { return inner(x) + 4; }
