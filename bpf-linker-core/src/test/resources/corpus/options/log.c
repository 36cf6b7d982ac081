// Log lines go to a file when asked for, and levels choose what is told.
// BUILD: prog.bc = clang-22 log.c
// LINK: prog.bc --btf --log-file log.txt --log-level debug
// STDERR: debug
// FILE: log.txt LLVM 2\d
// RUN: pass -> 2
// LINK: undefined.ll --log-level error
// PROGRAMS: xdp:lost
// NO-LOAD: calls what is not there
// LINK: undefined.ll --log-level warn --log-file log2.txt
// STDERR: ^Warning: 'nowhere'
// FILE: log2.txt 'nowhere'
// NO-LOAD: calls what is not there
//--- log.c
#include <bpf_min.h>
SEC("xdp") int pass(void *ctx) { return XDP_PASS; }
//--- undefined.ll
target triple = "bpfel"
declare i32 @nowhere()
define i32 @lost(ptr %ctx) section "xdp" {
  %r = call i32 @nowhere()
  ret i32 %r
}
