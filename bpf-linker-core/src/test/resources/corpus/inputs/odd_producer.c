// A producer that is no LLVMx.y.z has no version, so the newest LLVM reads it.
// BUILD: named.bc = clang-22 odd_producer.c
// BUILD: odd.bc = producer named.bc APPLE_1_15
// LINK: odd.bc --btf
// RUN: pass -> 2
#include <bpf_min.h>
SEC("xdp") int pass(void *ctx) { return XDP_PASS; }
