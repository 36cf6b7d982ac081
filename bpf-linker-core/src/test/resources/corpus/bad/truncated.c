// Bitcode that ends early fails with its name, wherever it was cut.
// LLVM: embedded system-22
// BUILD: whole.bc = clang-19 truncated.c
// BUILD: cut90.bc = truncate whole.bc 90%
// LINK: cut90.bc
// EXIT: 1
// STDERR: ^Error: 'cut90.bc'
// BUILD: cut50.bc = truncate whole.bc 50%
// LINK: whole.bc cut50.bc
// EXIT: 1
// STDERR: ^Error: 'cut50.bc'
// BUILD: cut4.bc = truncate whole.bc 4
// LINK: cut4.bc
// EXIT: 1
// STDERR: ^Error: 'cut4.bc'
// BUILD: cut3.bc = truncate whole.bc 3
// LINK: cut3.bc
// EXIT: 1
// STDERR: ^Error: 'cut3.bc'
#include <bpf_min.h>
SEC("xdp") int pass(void *ctx) { return XDP_PASS; }
