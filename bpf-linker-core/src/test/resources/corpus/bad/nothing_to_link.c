// Archives alone give nothing to link, and the message says what to do.
// BUILD: prog.bc = clang-22 nothing_to_link.c
// BUILD: prog.a = ar rcs prog.bc
// LINK: prog.a
// EXIT: 1
// STDERR: ^Error: nothing to link.*--whole-archive
// LINK: prog.a --export pass --btf
// RUN: pass -> 2
// LINK: prog.a --whole-archive --btf
// RUN: pass -> 2
#include <bpf_min.h>
SEC("xdp") int pass(void *ctx) { return XDP_PASS; }
