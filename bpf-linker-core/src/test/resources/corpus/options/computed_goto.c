// A computed goto over a static table becomes a jump table of Linux 6.19, as one over a local array does.
// LLVM: system-22
// BUILD: prog.bc = clang-22 -mcpu=v4 prog.c
// LINK: prog.bc --btf --kernel 6.19
// DISASM: gotox
// DISASM: gotox
// SECTION: .jumptables size=64
// NOT-SECTION: .rodata
// NO-LOAD: the loader of the tests knows no jump tables
// LINK: prog.bc --btf --cpu v4
// DISASM: gotox
// SECTION: .jumptables size=64
// NO-LOAD: the loader of the tests knows no jump tables
// LINK: prog.bc --btf --kernel 6.18
// EXIT: 1
// STDERR: ^[^ ]*prog\.c:@[goto](:\d+)?: error: function 'constant' uses 'gotox', which the kernel does not have \(since 6\.19\)
// STDERR: write computed gotos as a switch
// LINK: prog.bc --btf --cpu v3
// EXIT: 1
// STDERR: 'constant' can't be expressed in BPF: a computed goto; write it as a switch
//--- prog.c
#include <bpf_min.h>
volatile u32 choice = 2;
SEC("xdp") int constant(void *ctx) {
    static const void *const table[] = {&&one, &&two, &&three, &&four};
    goto *table[choice & 3]; // [goto]
one: return ktime() & 1;
two: return 2;
three: return prandom() & 1;
four: return 3;
}
SEC("xdp") int unchanged(void *ctx) {
    static void *table[] = {&&one, &&two, &&three, &&four};
    goto *table[choice & 3];
one: return ktime() & 3;
two: return 4;
three: return prandom() & 3;
four: return 5;
}
