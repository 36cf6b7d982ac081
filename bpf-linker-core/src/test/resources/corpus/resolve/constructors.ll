; Constructors of modules that are in keep what they call, and members that are not asked for bring none.
; BUILD: lib.bc = llvm-as lib.ll
; BUILD: other.bc = llvm-as other.ll
; BUILD: lib.a = ar rcs lib.bc other.bc
; LINK: main.ll lib.a --emit llvm-ir -o out.ll --disable-memory-builtins
; IR: @llvm\.global_ctors = .*@start
; NOT-IR: @other
; IR: define .*@start
;--- main.ll
target triple = "bpfel"
declare i32 @two()
define i32 @pass(ptr %ctx) section "xdp" {
  %r = call i32 @two()
  ret i32 %r
}
;--- lib.ll
target triple = "bpfel"
@state = global i32 0
@llvm.global_ctors = appending global [1 x { i32, ptr, ptr }] [{ i32, ptr, ptr } { i32 65535, ptr @start, ptr null }]
define internal void @start() {
  store volatile i32 1, ptr @state
  ret void
}
define i32 @two() {
  %r = load volatile i32, ptr @state
  ret i32 %r
}
;--- other.ll
target triple = "bpfel"
@llvm.global_ctors = appending global [1 x { i32, ptr, ptr }] [{ i32, ptr, ptr } { i32 65535, ptr @other, ptr null }]
define void @other() {
  ret void
}
