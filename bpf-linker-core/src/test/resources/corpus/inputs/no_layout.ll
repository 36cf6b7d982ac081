; IR text that names neither layout nor triple is for BPF of this machine.
; STDERR: no input has debug information, so .out\.o. has no BTF
; PROGRAMS: xdp:pass
; DISASM: elf64-bpf
; RUN: pass -> 2
define i32 @pass(ptr %ctx) section "xdp" {
  ret i32 2
}
