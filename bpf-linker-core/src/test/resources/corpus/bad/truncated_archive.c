// An archive that ends early fails with its name and the place.
// BUILD: prog.bc = clang-22 truncated_archive.c
// BUILD: whole.a = ar rcs prog.bc
// BUILD: cut.a = truncate whole.a 70%
// LINK: prog.bc cut.a
// EXIT: 1
// STDERR: ^Error: 'cut\.a.*
// BUILD: head.a = truncate whole.a 30
// LINK: prog.bc head.a
// EXIT: 1
// STDERR: ^Error: 'head\.a.*
#include <bpf_min.h>
SEC("xdp") int pass(void *ctx) { return XDP_PASS; }
