; A thread-local variable, which no clang for BPF makes and rustc can, is reported; LLVM aborts on it.
; LLVM: embedded system-22
; LINK: thread_local.ll
; EXIT: 1
; STDERR: ^Error: function 'pass' can't be expressed in BPF: the thread-local variable 'each'; BPF has no threads
target datalayout = "e-m:e-p:64:64-i64:64-i128:128-n32:64-S128"
target triple = "bpfel"

@each = thread_local global i32 3

define i32 @pass(ptr %ctx) section "xdp" {
  %place = call ptr @llvm.threadlocal.address.p0(ptr @each)
  %value = load volatile i32, ptr %place
  ret i32 %value
}

declare ptr @llvm.threadlocal.address.p0(ptr)
