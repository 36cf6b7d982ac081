// A loop that is too long to unroll ends with its line, and at once; one of some hundred rounds is unrolled.
// LLVM: embedded system-22
// BUILD: prog.bc = clang-19 -DROUNDS=60000 long_loop.c
// LINK: prog.bc --btf --unroll-all
// EXIT: 1
// STDERR: long_loop\.c:@[loop]\b.*error: the loop in function 'pass' can't be unrolled: its count goes to 60000,
// LINK: prog.bc --btf --kernel 4.15
// EXIT: 1
// STDERR: long_loop\.c:@[loop]\b.*error: the loop in function 'pass' can't be unrolled
// BUILD: short.bc = clang-19 -DROUNDS=100 long_loop.c
// LINK: short.bc --btf --unroll-all
// NOT-DISASM: goto -
// RUN: pass -> 2
#include <bpf_min.h>
u32 table[64], result;
SEC("xdp") int pass(void *ctx) {
    u32 sum = 0;
    for (int i = 0; i < ROUNDS; i++) { // [loop]
        sum = sum * 31 + table[(i + sum) & 63];
        table[sum & 63] = sum;
    }
    result = sum;
    return 2;
}
