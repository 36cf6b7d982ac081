// Linux 6.19 has jump tables, LLVM 22 makes them; it must neither lose the tables of others nor make some of addresses.
// LLVM: system-22
// BUILD: prog.bc = clang-22 prog.c
// LINK: prog.bc --btf --kernel 6.19
// DISASM: gotox
// SECTION: .jumptables
// NO-LOAD: the loader of the tests knows no jump tables
// LINK: prog.bc --btf --cpu v4
// NOT-DISASM: gotox
// RUN: pass -> 12
// RUN: letter -> 98
// RUN: arrays -> 105
// BUILD: made.bc = clang-22 -mcpu=v4 -DNO_NAMES prog.c
// LINK: made.bc --btf --cpu v4
// NOT-DISASM: gotox
// RUN: pass -> 12
// RUN: arrays -> 105
//--- prog.c
#include <bpf_min.h>
volatile u32 choice = 3, color = 2;
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
#ifndef NO_NAMES
static __noinline const char *name(u32 i) {
    switch (i) {
    case 0: return "red";
    case 1: return "green";
    case 2: return "blue";
    case 3: return "white";
    case 4: return "yellow";
    case 5: return "black";
    }
    return "none";
}
SEC("xdp") int letter(void *ctx) { return name(color)[0]; }
#endif
struct entry { char name[6]; int size; };
SEC("xdp") int arrays(void *ctx) {
    const struct entry entries[] = {{"red", 3}, {"green", 4}, {"blue", 5}, {"white", 6}};
    const char names[][8] = {"red", "green", "blue", "white"};
    return names[choice & 3][color & 3] + entries[color & 3].size - 5;
}
