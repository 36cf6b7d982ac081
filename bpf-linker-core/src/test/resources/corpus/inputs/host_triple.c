// Bitcode for the host, which some builds produce, becomes bitcode for BPF where --target says so.
// LLVM: embedded system-22
// BUILD: prog.bc = clang-19 -g --target=x86_64-unknown-linux-gnu -fno-stack-protector main.c
// LINK: prog.bc --btf --target=bpf
// PROGRAMS: xdp:pass
// DISASM: elf64-bpf
// RUN: pass -> 2
// BUILD: help.bc = clang-19 help.c
// BUILD: user.bc = clang-19 --target=x86_64-unknown-linux-gnu user.c
// LINK: user.bc help.bc --btf --target=bpf
// RUN: pass -> 2
//--- main.c
#include <bpf_min.h>
SEC("xdp") int pass(void *ctx) { return XDP_PASS; }
//--- user.c
#include <bpf_min.h>
int two(void);
SEC("xdp") int pass(void *ctx) { return two(); }
//--- help.c
int two(void) { return 2; }
