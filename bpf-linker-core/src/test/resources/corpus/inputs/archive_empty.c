// An archive without members, or with none that is needed, adds nothing.
// BUILD: prog.bc = clang-22 main.c
// BUILD: other.bc = clang-22 other.c
// BUILD: empty.a = ar rcs
// BUILD: other.a = ar rcs other.bc
// LINK: prog.bc --btf
// SAME-BYTES-WITH: prog.bc empty.a --btf
// SAME-BYTES-WITH: empty.a other.a prog.bc --btf
// RUN: pass -> 2
//--- main.c
#include <bpf_min.h>
SEC("xdp") int pass(void *ctx) { return XDP_PASS; }
//--- other.c
#include <bpf_min.h>
SEC("xdp") int not_asked_for(void *ctx) { return XDP_DROP; }
