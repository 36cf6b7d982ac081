// What a file is called says nothing about what it is.
// BUILD: prog.a = clang-22 main.c
// BUILD: help.bc = clang-22 help.c
// BUILD: help.ll = ar rcs help.bc
// LINK: prog.a help.ll text.o --btf
// PROGRAMS: xdp:pass
// RUN: pass -> 2
//--- main.c
#include <bpf_min.h>
int two(int n);
SEC("xdp") int pass(void *ctx) { return two(0); }
//--- help.c
int one(int n);
int two(int n) { return one(n) + 1; }
//--- text.o
target triple = "bpfel"
define i32 @one(i32 %n) {
  %r = add i32 %n, 1
  ret i32 %r
}
