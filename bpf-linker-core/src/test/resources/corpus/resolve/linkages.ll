; Aliases, available_externally, COMDATs and linkonce definitions resolve as they do in any linker.
; LLVM: embedded system-22
; BUILD: lib.bc = clang-19 lib.ll
; BUILD: lib.a = ar rcs lib.bc
; LINK: main.ll lib.a
; PROGRAMS: xdp:pass
; RUN: pass -> 15
; LINK: main.ll lib.bc
; RUN: pass -> 15
; LINK: lib.a main.ll --whole-archive
; RUN: pass -> 15
;--- main.ll
target datalayout = "e-m:e-p:64:64-i64:64-i128:128-n32:64-S128"
target triple = "bpfel"
$grouped = comdat any
declare i32 @aliased(i32)
declare i32 @aliased_too(i32)
define available_externally i32 @elsewhere(i32 %n) {
  %r = add i32 %n, 4
  ret i32 %r
}
define linkonce_odr i32 @grouped(i32 %n) noinline comdat {
  %r = add i32 %n, 8
  ret i32 %r
}
define i32 @pass(ptr %ctx) section "xdp" {
  %a = call i32 @aliased(i32 0)
  %b = call i32 @aliased_too(i32 %a)
  %c = call i32 @elsewhere(i32 %b)
  %d = call i32 @grouped(i32 %c)
  ret i32 %d
}
;--- lib.ll
target datalayout = "e-m:e-p:64:64-i64:64-i128:128-n32:64-S128"
target triple = "bpfel"
$grouped = comdat any
@aliased = alias i32 (i32), ptr @real
@aliased_too = weak alias i32 (i32), ptr @second
define internal i32 @real(i32 %n) {
  %r = add i32 %n, 1
  ret i32 %r
}
define i32 @second(i32 %n) {
  %r = add i32 %n, 2
  ret i32 %r
}
define i32 @elsewhere(i32 %n) {
  %r = add i32 %n, 4
  ret i32 %r
}
define linkonce_odr i32 @grouped(i32 %n) noinline comdat {
  %r = add i32 %n, 8
  ret i32 %r
}
