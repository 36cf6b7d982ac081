// Each level of optimization links, and higher ones make something of it.
// LLVM: embedded system-22
// BUILD: prog.bc = clang-19 -O2 -Xclang -disable-llvm-passes levels.c
// LINK: prog.bc --btf -O 0
// RUN: pass -> 45
// LINK: prog.bc --btf -O1
// RUN: pass -> 45
// LINK: prog.bc --btf -O2
// NOT-DISASM: goto -
// RUN: pass -> 45
// LINK: prog.bc --btf -O3
// RUN: pass -> 45
// LINK: prog.bc --btf -Os
// RUN: pass -> 45
// LINK: prog.bc --btf -O z
// RUN: pass -> 45
// LINK: prog.bc --btf -O 0 -O 2
// SAME-BYTES-WITH: prog.bc --btf -O 2
// RUN: pass -> 45
#include <bpf_min.h>
volatile int start;
SEC("xdp") int pass(void *ctx) {
    int sum = start;
    for (int i = 0; i < 10; i++)
        sum += i;
    return sum;
}
