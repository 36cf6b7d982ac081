// Inputs of different byte order are refused, and both are named.
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
// LINK: little.bc --target bpfeb
// EXIT: 1
// STDERR: 'little\.bc'
//--- main.c
#include <bpf_min.h>
int two(void);
SEC("xdp") int pass(void *ctx) { return two(); }
//--- help.c
int two(void) { return 2; }
