// An LLVM that has no traps takes --allow-bpf-trap as done.
// LLVM: embedded system-19
// BUILD: prog.bc = clang-19 trap_unknown.c
// LINK: prog.bc --btf --allow-bpf-trap
// PROGRAMS: xdp:pass
// RUN: pass -> 2
#include <bpf_min.h>
SEC("xdp") int pass(void *ctx) { return XDP_PASS; }
