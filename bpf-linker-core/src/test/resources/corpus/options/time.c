// --time prints how long each phase took.
// BUILD: prog.bc = clang-22 time.c
// LINK: prog.bc --btf --time
// STDERR: ^resolve +\d+\.\d ms$
// STDERR: ^optimize +\d+\.\d ms$
// STDERR: ^total +\d+\.\d ms$
// RUN: pass -> 2
#include <bpf_min.h>
SEC("xdp") int pass(void *ctx) { return XDP_PASS; }
