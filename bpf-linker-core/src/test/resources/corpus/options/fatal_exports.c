// A symbol of --export that no input defines is a warning; with --fatal-exports it fails the link.
// LLVM: embedded
// BUILD: prog.bc = clang-19 fatal_exports.c
// LINK: prog.bc --export pass,missing
// STDERR: ^Warning: 'missing' is exported, but no input defines it
// LINK: prog.bc --export pass,missing --fatal-exports
// EXIT: 1
// STDERR: ^Error: 'missing' is exported, but no input defines it
// LINK: prog.bc --export pass --fatal-exports
// PROGRAMS: xdp:pass
#include <bpf_min.h>
SEC("xdp") int pass(void *ctx) { return XDP_PASS; }
