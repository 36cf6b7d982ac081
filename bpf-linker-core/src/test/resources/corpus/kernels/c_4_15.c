// The same for C, whose helpers are in another file and whose traps end the program too.
// LLVM: embedded system-22
// BUILD: main.bc = clang-19 main.c
// BUILD: help.bc = clang-14 help.c
// LINK: main.bc help.bc --btf --kernel 4.15
// NOT-DISASM: \bcall (?!1\b)
// NOT-DISASM: goto -
// RUN: pass -> 30
// LINK: main.bc help.bc --btf --inline-all --unroll-all --panic-exit=9
// NOT-DISASM: goto -
// RUN: pass -> 30
// LINK: main.bc help.bc --btf --panic-exit=9
// RUN: traps -> 9
//--- main.c
#include <bpf_min.h>
int total(int *values, int n);
SEC("xdp") int pass(struct xdp_md *ctx) {
    int values[12];
    for (int i = 0; i < 12; i++)
        values[i] = i;
    return total(values, 8 + (ctx->rx_queue_index & 3)) + 2;
}
SEC("xdp") int traps(struct xdp_md *ctx) {
    if (ctx->rx_queue_index < 100)
        __builtin_trap();
    return 1;
}
//--- help.c
__attribute__((noinline)) static int check(int n) { if (n > 20) __builtin_trap(); return n; }
__attribute__((noinline)) int total(int *values, int n) {
    int sum = 0;
    for (int i = 0; i < (n & 15); i++)
        sum += check(values[i]);
    return sum;
}
