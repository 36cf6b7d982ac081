// An ELF object that ends early fails with its name and the place.
// BUILD: whole.o = clang-22 -fembed-bitcode truncated_object.c
// BUILD: cut.o = truncate whole.o 50%
// LINK: cut.o
// EXIT: 1
// STDERR: ^Error: 'cut\.o'
// BUILD: head.o = truncate whole.o 20
// LINK: head.o
// EXIT: 1
// STDERR: ^Error: 'head\.o'
#include <bpf_min.h>
SEC("xdp") int pass(void *ctx) { return XDP_PASS; }
