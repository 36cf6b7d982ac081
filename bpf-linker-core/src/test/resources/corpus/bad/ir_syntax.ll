; IR with a mistake is reported with file, line and LLVM's message.
; LLVM: embedded system-22
; EXIT: 1
; STDERR: ir_syntax\.ll:@[wrong]:.*error.*expected
define i32 @pass(ptr %ctx) section "xdp" {
  return i32 2 ; [wrong]
}
