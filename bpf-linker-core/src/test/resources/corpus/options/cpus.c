// Each CPU version brings its instructions, and generic those of version 1.
// LLVM: embedded system-22
// BUILD: prog.bc = clang-19 cpus.c
// LINK: prog.bc --btf --cpu v1
// NOT-DISASM: w\d \*= 
// RUN: pass -> 4
// LINK: prog.bc --btf --cpu v2
// NOT-DISASM: w\d \*= 
// RUN: pass -> 4
// LINK: prog.bc --btf --cpu v3
// DISASM: w\d \*= 
// RUN: pass -> 4
// LINK: prog.bc --btf --cpu v4
// DISASM: w\d \*= 
// RUN: pass -> 4
// LINK: prog.bc --btf --cpu generic
// RUN: pass -> 4
// LINK: prog.bc --btf --cpu v4 --cpu generic
// SAME-BYTES-WITH: prog.bc --btf --cpu generic
// RUN: pass -> 4
// LINK: prog.bc --btf --cpu probe
// RUN: pass -> 4
#include <bpf_min.h>
volatile u32 big = 9;
SEC("xdp") int pass(void *ctx) {
    u32 b = big;
    return b < 20 ? 4 : b * 7;
}
