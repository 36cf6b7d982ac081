// Signed division exists from version 4 on.
// LLVM: embedded system-22
// BUILD: prog.bc = clang-19 cpu_v4.c
// LINK: prog.bc --btf --cpu v4
// DISASM: s/=
// RUN: pass -> 4
// LINK: prog.bc --btf --cpu v3
// EXIT: 1
// STDERR: division
#include <bpf_min.h>
volatile int forty = -40, ten = -10;
SEC("xdp") int pass(void *ctx) { return forty / ten; }
