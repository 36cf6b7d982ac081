// An object with its bitcode embedded, as -fembed-bitcode writes it, counts as that bitcode.
// LLVM: embedded system-22
// BUILD: prog.o = clang-19 -fembed-bitcode embedded_bitcode.c
// LINK: prog.o --btf
// PROGRAMS: xdp:pass
// NOT-SECTION: .llvmbc
// RUN: pass -> 2
#include <bpf_min.h>
SEC("xdp") int pass(void *ctx) { return XDP_PASS; }
