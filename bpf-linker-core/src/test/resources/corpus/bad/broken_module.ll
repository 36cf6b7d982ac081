; A module that LLVM reads and its verifier refuses is named, with and without debug information; LLVM would end the process.
; LLVM: all
; LINK: first.ll
; EXIT: 1
; STDERR: ^Error: 'first\.ll' is an invalid module, LLVM's verifier reports: Instruction does not dominate all uses; %y = add i32 1, 1; compile it again
; NOT-STDERR: ^Instruction
; LINK: second.ll --btf
; EXIT: 1
; STDERR: ^Error: 'second\.ll' is an invalid module, LLVM's verifier reports: Instruction does not dominate all uses
; NOT-STDERR: ^Instruction
;--- first.ll
target triple = "bpfel"
define i32 @prog(ptr %c) section "xdp" {
entry:
  br label %next
next:
  %x = add i32 %y, 1
  %y = add i32 1, 1
  ret i32 %x
}
;--- second.ll
target triple = "bpfel"
define i32 @prog(ptr %c) section "xdp" !dbg !5 {
entry:
  br label %next
next:
  %x = add i32 %y, 1
  %y = add i32 1, 1
  ret i32 %x
}
!llvm.dbg.cu = !{!0}
!llvm.module.flags = !{!2}
!0 = distinct !DICompileUnit(language: DW_LANG_C11, file: !1, emissionKind: FullDebug)
!1 = !DIFile(filename: "a.c", directory: "/")
!2 = !{i32 2, !"Debug Info Version", i32 3}
!3 = !DISubroutineType(types: !4)
!4 = !{null}
!5 = distinct !DISubprogram(name: "prog", scope: !1, file: !1, line: 1, type: !3, unit: !0, spFlags: DISPFlagDefinition)
