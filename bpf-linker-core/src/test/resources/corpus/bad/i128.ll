; A function that returns more than 64 bits is reported with its name, and LLVM does not abort.
; LLVM: embedded system-22
; EXIT: 1
; STDERR: ^Error: function 'wide' can't be expressed in BPF
; NOT-STDERR: Stack dump
target datalayout = "e-m:e-p:64:64-i64:64-i128:128-n32:64-S128"
target triple = "bpfel"

define i128 @wide(i64 %n) noinline {
  %w = zext i64 %n to i128
  %r = mul i128 %w, 18446744073709551629
  ret i128 %r
}

define i32 @pass(ptr %ctx) section "xdp" {
  %n = load i64, ptr %ctx
  %w = call i128 @wide(i64 %n)
  %s = lshr i128 %w, 64
  %r = trunc i128 %s to i32
  ret i32 %r
}
