// Input of -O0 asks not to be optimized, and is all the same, with a warning, unless told otherwise.
// LLVM: embedded system-22
// BUILD: prog.bc = clang-19 -O0 optnone.c
// LINK: prog.bc --btf
// STDERR: optnone\.c:@[pass]\b.*warning: function 'pass' and 2 more ask not to be optimized, .*-O2, .*--keep-optnone
// PROGRAMS: xdp:one, xdp:pass
// NOT-SYMBOL: add
// RUN: pass -> 6
// LINK: prog.bc --btf --log-level error
// NOT-STDERR: optimized
// RUN: pass -> 6
// LINK: prog.bc --btf --keep-optnone
// SYMBOL: add FUNC
// NO-LOAD: the verifier loses sight of what is kept on the stack
// LINK: prog.bc -r -o half.bc
// IR: optnone
// BUILD: single.bc = clang-19 single.c
// LINK: single.bc --btf
// STDERR: single\.c:@[alone]\b.*warning: function 'alone' asks not to be optimized
// RUN: pass -> 4
//--- optnone.c
#include <bpf_min.h>
int add(int a, int b) { return a + b; }
SEC("xdp") int pass(void *ctx) { // [pass]
    int sum = 0;
    for (int i = 0; i < 4; i++)
        sum = add(sum, i);
    return sum;
}
SEC("xdp") int one(void *ctx) { return 1; }
//--- single.c
#include <bpf_min.h>
__attribute__((optnone)) static int alone(int n) { return n * 2; } // [alone]
SEC("xdp") int pass(void *ctx) { return alone(2); }
