// A switch becomes comparisons for all kernels before 6.19, whichever LLVM and CPU; --cpu v4 by itself is Linux 6.6.
// LLVM: embedded system-22
// BUILD: prog.bc = clang-19 jump_tables.c
// LINK: prog.bc --btf --cpu v4
// NOT-DISASM: gotox
// NOT-SECTION: .jumptables
// RUN: pass -> 12
// LINK: prog.bc --btf --kernel 6.1
// RUN: pass -> 12
// LINK: prog.bc --btf --kernel 6.6
// NOT-DISASM: gotox
// RUN: pass -> 12
// LINK: prog.bc --btf --kernel 6.12
// RUN: pass -> 12
// LINK: prog.bc --btf --kernel 6.18
// NOT-DISASM: gotox
// RUN: pass -> 12
#include <bpf_min.h>
volatile u32 choice = 3;
SEC("xdp") int pass(void *ctx) {
    switch (choice) {
    case 0: return ktime() * 3;
    case 1: return (prandom() ^ ktime()) + 4;
    case 2: return prandom() * 5;
    case 3: return 12;
    case 4: return (prandom() ^ ktime()) + 7;
    case 5: return prandom() * 8;
    case 6: return ktime() * 9;
    case 7: return (prandom() ^ ktime()) + 10;
    case 8: return prandom() * 11;
    case 9: return ktime() * 12;
    case 10: return (prandom() ^ ktime()) + 13;
    case 11: return prandom() * 14;
    case 12: return ktime() * 15;
    case 13: return (prandom() ^ ktime()) + 16;
    case 14: return prandom() * 17;
    case 15: return ktime() * 18;
    case 16: return (prandom() ^ ktime()) + 19;
    case 17: return prandom() * 20;
    case 18: return ktime() * 21;
    case 19: return (prandom() ^ ktime()) + 22;
    }
    return 77;
}
