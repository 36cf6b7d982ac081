// Features are turned on and off on top of the CPU, and may begin with a hyphen.
// LLVM: embedded system-22
// BUILD: prog.bc = clang-19 cpu_features.c
// LINK: prog.bc --btf --cpu v1 --cpu-features +alu32
// DISASM: w\d \*= 
// RUN: pass -> 4
// LINK: prog.bc --btf --cpu v1 --cpu-features=-alu32
// NOT-DISASM: w\d \*= 
// RUN: pass -> 4
// LINK: prog.bc --btf --cpu v2 --cpu-features -alu32,+dwarfris
// NOT-DISASM: w\d \*= 
// RUN: pass -> 4
// LINK: prog.bc --btf --cpu v3 --cpu-features ''
// DISASM: w\d \*= 
// RUN: pass -> 4
#include <bpf_min.h>
volatile u32 two = 2;
SEC("xdp") int pass(void *ctx) { return two * two; }
