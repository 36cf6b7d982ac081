; LLVM 22 makes a call of __bpf_trap of what can't be reached, which only new kernels know: off unless asked for.
; LLVM: system-22
; LINK: trap.ll --fatal-undefined
; NOT-SYMBOL: __bpf_trap
; NO-LOAD: runs into what can't be reached
; LINK: trap.ll --allow-bpf-trap
; SYMBOL: __bpf_trap UNDEFINED
; NO-LOAD: libbpf wants BTF for a kfunc
target datalayout = "e-m:e-p:64:64-i64:64-i128:128-n32:64-S128"
target triple = "bpfel"

define i32 @pass(ptr %ctx) section "xdp" {
  %n = load i32, ptr %ctx
  %c = icmp eq i32 %n, 0
  br i1 %c, label %good, label %bad
good:
  ret i32 2
bad:
  call void asm sideeffect "", ""()
  unreachable
}
