// What C declares without a prototype, and nothing defines, is an undefined symbol, not a variable number of arguments.
// LLVM: embedded system-22
// BUILD: prog.bc = clang-19 undefined_without_prototype.c -std=gnu11 -Wno-deprecated-non-prototype
// LINK: prog.bc --btf
// STDERR: undefined_without_prototype\.c:@[none]\b.*warning: 'none' is defined nowhere; function 'pass'
// STDERR: undefined_without_prototype\.c:@[some]\b.*warning: 'some' is defined nowhere; function 'pass'
// STDERR: ^Warning: 2 symbols are defined nowhere
// NOT-STDERR: number of arguments
// SYMBOL: some UNDEFINED
// NO-LOAD: libbpf looks for none
// LINK: prog.bc --btf --fatal-undefined
// EXIT: 1
// STDERR: error: 'none' is defined nowhere
// NOT-STDERR: loaders refuse
// BUILD: more.bc = clang-19 more.c
// LINK: prog.bc more.bc --btf
// RUN: pass -> 42
//--- undefined_without_prototype.c
#include <bpf_min.h>
int none();
int some();
SEC("xdp") int pass(struct xdp_md *ctx) {
    int sum = none(); // [none]
    sum += some(2, 5); // [some]
    return sum;
}
//--- more.c
int none(void) { return 32; }
int some(int a, int b) { return a * b; }
