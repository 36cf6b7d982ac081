; --fatal-errors=false writes the output in spite of errors that LLVM reports, as existing builds ask for.
; LLVM: embedded system-22
; LINK: fatal_errors.ll --cpu v1
; EXIT: 1
; STDERR: division
; LINK: fatal_errors.ll --cpu v1 --fatal-errors true
; EXIT: 1
; STDERR: division
; LINK: fatal_errors.ll --cpu v1 --fatal-errors=false
; STDERR: division
; PROGRAMS: xdp:divide
; NO-LOAD: it is not what the source says
target datalayout = "e-m:e-p:64:64-i64:64-i128:128-n32:64-S128"
target triple = "bpfel"

define i64 @divide(ptr %ctx) section "xdp" {
  %n = load i64, ptr %ctx
  %m = getelementptr i64, ptr %ctx, i64 1
  %k = load i64, ptr %m
  %r = sdiv i64 %n, %k
  ret i64 %r
}
