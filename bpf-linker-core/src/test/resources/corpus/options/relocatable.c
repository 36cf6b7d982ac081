// -r merges without optimizing, and a second link of what it wrote gives what one link gives.
// LLVM: embedded system-22
// BUILD: main.bc = clang-19 -O2 -Xclang -disable-llvm-passes main.c
// BUILD: help.bc = clang-19 -O2 -Xclang -disable-llvm-passes help.c
// BUILD: help.a = ar rcs help.bc
// LINK: main.bc help.a -r -o half.bc --export pass
// IR: define .*@pass
// IR: declare .*@undefined_here
// IR: define internal .*@two
// NOT-IR: not_needed
// NOT-IR: linkonce
// BUILD: rest.bc = clang-19 rest.c
// LINK: half.bc rest.bc --btf
// PROGRAMS: xdp:pass
// NOT-SYMBOL: undefined_here
// RUN: pass -> 3
// LINK: main.bc help.a --relocatable -o again.bc
// IR: define .*@pass
// LINK: again.bc rest.bc --btf
// RUN: pass -> 3
//--- main.c
#include <bpf_min.h>
int two(void);
int undefined_here(void);
SEC("xdp") int pass(void *ctx) { return two() + undefined_here(); }
//--- help.c
int two(void) { return 2; }
int not_needed(void) { return 2; }
//--- rest.c
int undefined_here(void) { return 1; }
