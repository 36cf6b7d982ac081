; IR text is an input like any other.
; LLVM: system-22 rustc embedded
; STDERR: no input has debug information, so .out\.o. has no BTF
; PROGRAMS: xdp:pass
; RUN: pass -> 2
target datalayout = "e-m:e-p:64:64-i64:64-i128:128-n32:64-S128"
target triple = "bpfel"

@_license = global [4 x i8] c"GPL\00", section "license"

define i32 @pass(ptr %ctx) section "xdp" {
  ret i32 2
}
