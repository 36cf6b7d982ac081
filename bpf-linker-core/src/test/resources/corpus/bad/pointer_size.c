// Bitcode for 32-bit pointers can't become BPF.
// LLVM: embedded system-22
// BUILD: narrow.bc = clang-19 --target=i686-linux-gnu main.c
// BUILD: help.bc = clang-19 help.c
// LINK: help.bc narrow.bc
// EXIT: 1
// STDERR: ^Error: .*'narrow\.bc'
// STDERR: 32|pointer
// LINK: narrow.bc
// EXIT: 1
// STDERR: ^Error: .*'narrow\.bc'
// BUILD: big.bc = clang-19 --target=powerpc64-linux-gnu main.c
// LINK: help.bc big.bc
// EXIT: 1
// STDERR: ^Error: .*'big\.bc'
//--- main.c
#include <bpf_min.h>
SEC("xdp") int pass(void *ctx) { return 2; }
//--- help.c
#include <bpf_min.h>
SEC("xdp") int other(void *ctx) { return 2; }
