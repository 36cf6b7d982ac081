// A good link replaces what was there.
// BUILD: prog.bc = clang-22 replaces.c
// BUILD: old.o = cat prog.bc
// LINK: prog.bc --btf -o old.o
// PROGRAMS: xdp:pass
#include <bpf_min.h>
SEC("xdp") int pass(void *ctx) { return XDP_PASS; }
