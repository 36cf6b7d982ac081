// Without --cpu, or with the generic that rustc always names, the CPU is the newest that an input was compiled for.
// LLVM: embedded system-22
// BUILD: old.bc = clang-19 -mcpu=v1 cpu_of_inputs.c
// BUILD: new.bc = clang-19 -mcpu=v3 cpu_of_inputs.c
// BUILD: help.bc = clang-19 -mcpu=v4 help.c
// BUILD: unused.a = ar rcs help.bc
// LINK: old.bc --btf
// NOT-DISASM: w\d \*= 
// RUN: pass -> 4
// LINK: new.bc --btf
// DISASM: w\d \*= 
// RUN: pass -> 4
// LINK: new.bc --btf --cpu generic
// DISASM: w\d \*= 
// RUN: pass -> 4
// LINK: new.bc --btf --cpu v2
// NOT-DISASM: w\d \*= 
// RUN: pass -> 4
// LINK: old.bc help.bc --btf
// DISASM: w\d \*= 
// DISASM: w\d s/= 
// RUN: pass -> 4
// LINK: old.bc unused.a --btf
// NOT-DISASM: w\d \*= 
// RUN: pass -> 4
// BUILD: feature.bc = clang-19 -mcpu=v2 -Xclang -target-feature -Xclang +alu32 cpu_of_inputs.c
// LINK: feature.bc --btf
// DISASM: w\d \*= 
// RUN: pass -> 4
// BUILD: silent.bc = clang-19 cpu_of_inputs.c
// LINK: silent.bc --btf
// NOT-DISASM: w\d \*= 
// RUN: pass -> 4
// BUILD: since20.ll = clang-22 -S cpu_of_inputs.c
// LINK: since20.ll --btf --llvm /usr/lib/x86_64-linux-gnu/libLLVM.so.22.1
// DISASM: w\d \*= 
// RUN: pass -> 4
//--- cpu_of_inputs.c
#include <bpf_min.h>
volatile u32 two = 2;
SEC("xdp") int pass(void *ctx) { return two * two; }
//--- help.c
#include <bpf_min.h>
volatile int forty = -40, ten = -10;
SEC("tc") int quotient(void *ctx) { return forty / ten; }
