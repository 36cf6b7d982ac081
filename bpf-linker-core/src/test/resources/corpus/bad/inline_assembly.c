// Inline assembly that LLVM refuses is reported in one line, with its function and place where they are clear.
// LLVM: embedded system-22
// BUILD: one.bc = clang-19 one.c
// LINK: one.bc --btf
// EXIT: 1
// STDERR: one\.c:@[one]\b.*error: function 'one' can't be expressed in BPF: .* in 'lolwhat'; correct the inline assembly
// STDERR: one\.c:@[other]\b.*error: function 'other' .* in 'r2 = nonsense 3'; correct the inline assembly
// NOT-STDERR: up to 5 arguments|<inline asm>
//--- one.c
#include <bpf_min.h>
SEC("xdp") int one(void *ctx) {
    asm volatile("r1 = 1\n lolwhat\n"); // [one]
    return 2;
}
SEC("xdp") int other(void *ctx) {
    asm volatile("r2 = nonsense 3"); // [other]
    return 2;
}
