; What rustc writes for a host names rust_eh_personality, which nothing defines and no BPF needs.
; LLVM: all
; LINK: host_rust.ll --target bpf
; PROGRAMS: xdp:pass
; NOT-SYMBOL: rust_eh_personality
; RUN: pass -> 2
target datalayout = "e-m:e-p270:32:32-p271:32:32-p272:64:64-i64:64-i128:128-f80:128-n8:16:32:64-S128"
target triple = "x86_64-unknown-linux-gnu"
declare i32 @rust_eh_personality(...)
define i32 @pass(ptr %ctx) unnamed_addr uwtable section "xdp" personality ptr @rust_eh_personality {
  %r = invoke i32 @two() to label %done unwind label %cleanup
done:
  ret i32 %r
cleanup:
  %pad = landingpad { ptr, i32 } cleanup
  resume { ptr, i32 } %pad
}
define internal i32 @two() noinline uwtable personality ptr @rust_eh_personality {
  ret i32 2
}
