// Options of LLVM itself are checked against its own list, passed on, and refused if they end the process.
// LLVM: embedded system-22
// BUILD: prog.bc = clang-19 llvm_args.c
// LINK: prog.bc --btf --llvm-args=--bpf-stack-size=64
// EXIT: 1
// STDERR: llvm_args\.c:\d+.*'pass'.*stack
// LINK: prog.bc --btf --llvm-args=-bpf-stack-size=1024,--unroll-threshold=10
// PROGRAMS: xdp:pass
// RUN: pass -> 2
// LINK: prog.bc --btf --llvm-args=--unroll-treshold=10
// EXIT: 1
// STDERR: ^Error: .*'-?-?unroll-treshold.*unroll-threshold
// LINK: prog.bc --btf --llvm-args=--help
// EXIT: 1
// STDERR: ^Error: .*'-?-?help'.*prints
// LINK: prog.bc --btf --llvm-args=--version
// EXIT: 1
// STDERR: ^Error: .*'-?-?version'
// LINK: prog.bc --btf --llvm-args=--unroll-threshold=many
// EXIT: 1
// STDERR: ^Error: .*unroll-threshold
// LINK: prog.bc --btf --llvm-args notanoption
// EXIT: 1
// STDERR: ^Error: .*notanoption
#include <bpf_min.h>
SEC("xdp") int pass(void *ctx) {
    volatile u64 words[20];
    for (int i = 0; i < 20; i++)
        words[i] = 0;
    return words[5] + 2;
}
