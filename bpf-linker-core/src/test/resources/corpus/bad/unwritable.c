// An output that can't be written is named with the reason, and nothing is left behind.
// BUILD: prog.bc = clang-22 unwritable.c
// BUILD: folder = mkdir
// LINK: prog.bc -o nowhere/out.o
// EXIT: 1
// STDERR: ^Error: 'nowhere.*' can't be written
// LINK: prog.bc -o folder
// EXIT: 1
// STDERR: ^Error: 'folder' can't be written
// LINK: prog.bc -o /proc/out.o
// EXIT: 1
// STDERR: ^Error: '/proc/out\.o' can't be written
// LINK: prog.bc --link-map nowhere/map
// EXIT: 1
// STDERR: nowhere/map
// LINK: prog.bc --emit obj,asm --dump-module prog.bc
// EXIT: 1
// STDERR: prog\.bc
#include <bpf_min.h>
SEC("xdp") int pass(void *ctx) { return XDP_PASS; }
