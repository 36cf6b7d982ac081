// --unroll-loops unrolls what the usual thresholds leave.
// LLVM: embedded system-22
// BUILD: prog.bc = clang-19 -O2 -Xclang -disable-llvm-passes unroll.c
// LINK: prog.bc --btf
// DISASM: (if .* goto -0x|goto -)
// RUN: pass -> 0
// LINK: prog.bc --btf --unroll-loops
// NOT-DISASM: goto -
// RUN: pass -> 0
#include <bpf_min.h>
volatile u32 values[100];
SEC("xdp") int pass(void *ctx) {
    u32 sum = 0;
    for (int i = 0; i < 100; i++)
        sum += values[i];
    return sum == 1;
}
