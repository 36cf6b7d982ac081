// Inputs of different byte order are refused, and both are named, unless a target is named: then there is a warning.
// LLVM: embedded system-22
// BUILD: little.bc = clang-19 main.c
// BUILD: big.bc = clang-19 --target=bpfeb help.c
// LINK: little.bc big.bc
// EXIT: 1
// STDERR: ^Error: .*'big\.bc'
// STDERR: 'little\.bc'
// BUILD: big.a = ar rcs big.bc
// LINK: little.bc big.a
// EXIT: 1
// STDERR: big\.a\(big\.bc\)
// STDERR: 'little\.bc'
// LINK: little.bc big.bc --target bpfeb
// STDERR: ^Warning: 'little\.bc', compiled as little-endian, becomes code for 'bpfeb', .*; compile it for that target
// PROGRAMS: xdp:pass
// LINK: little.bc big.a --target bpfel --btf
// STDERR: ^Warning: 'big\.a\(big\.bc\)', compiled as big-endian, becomes code for 'bpfel'
// RUN: pass -> 2
//--- main.c
#include <bpf_min.h>
int two(void);
SEC("xdp") int pass(void *ctx) { return two(); }
//--- help.c
int two(void) { return 2; }
