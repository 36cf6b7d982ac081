; A strong memcpy beats a weak hidden one wherever it is, and so does the linker's own, which returns no pointer.
; LLVM: embedded system-22
; BUILD: weak.bc = clang-19 weak.ll
; BUILD: strong.bc = clang-19 strong.ll
; BUILD: weak.a = ar rcs weak.bc
; BUILD: strong.a = ar rcs strong.bc
; LINK: main.ll weak.a strong.a
; SYMBOL: strong_was_here OBJECT
; NOT-SYMBOL: weak_was_here
; NO-LOAD: copies an unknown size
; LINK: main.ll strong.a weak.a
; SYMBOL: strong_was_here OBJECT
; NOT-SYMBOL: weak_was_here
; NO-LOAD: copies an unknown size
; LINK: main.ll weak.a
; NOT-SYMBOL: weak_was_here
; SYMBOL: memcpy LOCAL FUNC
; NO-LOAD: copies an unknown size
; LINK: main.ll weak.a --whole-archive --export pass,to,from
; SYMBOL: memcpy LOCAL FUNC
; NOT-SYMBOL: weak_was_here
; NO-LOAD: copies an unknown size
;--- main.ll
target datalayout = "e-m:e-p:64:64-i64:64-i128:128-n32:64-S128"
target triple = "bpfel"
@to = global [64 x i8] zeroinitializer
@from = global [64 x i8] zeroinitializer
declare void @llvm.memcpy.p0.p0.i64(ptr, ptr, i64, i1)
define i32 @pass(ptr %ctx) section "xdp" {
  %n = load i64, ptr %ctx
  call void @llvm.memcpy.p0.p0.i64(ptr @to, ptr @from, i64 %n, i1 false)
  ret i32 2
}
;--- weak.ll
target datalayout = "e-m:e-p:64:64-i64:64-i128:128-n32:64-S128"
target triple = "bpfel"
@weak_was_here = global i32 0
define weak hidden ptr @memcpy(ptr %to, ptr %from, i64 %n) {
  store volatile i32 1, ptr @weak_was_here
  ret ptr %to
}
;--- strong.ll
target datalayout = "e-m:e-p:64:64-i64:64-i128:128-n32:64-S128"
target triple = "bpfel"
@strong_was_here = global i32 0
define ptr @memcpy(ptr %to, ptr %from, i64 %n) {
  store volatile i32 1, ptr @strong_was_here
  ret ptr %to
}
