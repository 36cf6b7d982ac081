; Module-level assembly for __rust_probestack, which older compiler_builtins carry, is dropped.
; BUILD: lib.bc = llvm-as lib.ll
; LINK: main.ll lib.bc
; PROGRAMS: xdp:pass
; NOT-SYMBOL: __rust_probestack
; RUN: pass -> 2
;--- main.ll
target triple = "bpfel"
declare i32 @two()
define i32 @pass(ptr %ctx) section "xdp" {
  %r = call i32 @two()
  ret i32 %r
}
;--- lib.ll
target triple = "bpfel"
module asm ".globl __rust_probestack"
module asm "__rust_probestack:"
module asm "  pushq %rbp"
define i32 @two() {
  ret i32 2
}
