; Intrinsics that abort code generation are reported as an error of the function.
; LLVM: embedded system-22
; EXIT: 1
; STDERR: ^Error: function 'where' can't be expressed in BPF
; NOT-STDERR: Stack dump
target datalayout = "e-m:e-p:64:64-i64:64-i128:128-n32:64-S128"
target triple = "bpfel"

declare ptr @llvm.returnaddress(i32)

define i64 @where(ptr %ctx) section "xdp" {
  %p = call ptr @llvm.returnaddress(i32 0)
  %n = ptrtoint ptr %p to i64
  ret i64 %n
}
