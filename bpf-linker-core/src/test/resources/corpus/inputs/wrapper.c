// Bitcode may come in the wrapper that Apple's tools put around it.
// LLVM: embedded system-22
// BUILD: raw.bc = clang-19 wrapper.c
// BUILD: prog.bc = wrap raw.bc
// LINK: prog.bc --btf
// RUN: pass -> 2
// BUILD: lib.a = ar rcs prog.bc
// LINK: lib.a --whole-archive --btf
// RUN: pass -> 2
#include <bpf_min.h>
SEC("xdp") int pass(void *ctx) { return XDP_PASS; }
