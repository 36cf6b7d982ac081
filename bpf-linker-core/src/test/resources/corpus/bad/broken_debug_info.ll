; Debug information that LLVM's verifier refuses is left out, with a warning; that of other inputs stays.
; LLVM: all
; LINK: broken.ll good.ll --btf
; STDERR: ^Warning: the debug information of 'broken\.ll' is invalid and ignored.* LLVM's verifier reports: invalid subroutine type
; NOT-STDERR: ^invalid
; PROGRAMS: xdp:pass, xdp:prog
; BTF: FUNC 'pass'
;--- broken.ll
target triple = "bpfel"
define i32 @prog(ptr %c) section "xdp" !dbg !5 {
  ret i32 1
}
!llvm.dbg.cu = !{!0}
!llvm.module.flags = !{!2}
!0 = distinct !DICompileUnit(language: DW_LANG_C11, file: !1, emissionKind: FullDebug)
!1 = !DIFile(filename: "a.c", directory: "/")
!2 = !{i32 2, !"Debug Info Version", i32 3}
!5 = distinct !DISubprogram(name: "prog", scope: !1, file: !1, line: 1, type: !1, unit: !0, spFlags: DISPFlagDefinition)
;--- good.ll
target triple = "bpfel"
define i32 @pass(ptr %c) section "xdp" !dbg !5 {
  ret i32 2
}
!llvm.dbg.cu = !{!0}
!llvm.module.flags = !{!2}
!0 = distinct !DICompileUnit(language: DW_LANG_C11, file: !1, emissionKind: FullDebug)
!1 = !DIFile(filename: "b.c", directory: "/")
!2 = !{i32 2, !"Debug Info Version", i32 3}
!3 = !DISubroutineType(types: !4)
!4 = !{!6, !7}
!5 = distinct !DISubprogram(name: "pass", scope: !1, file: !1, line: 1, type: !3, unit: !0, spFlags: DISPFlagDefinition)
!6 = !DIBasicType(name: "int", size: 32, encoding: DW_ATE_signed)
!7 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: null, size: 64)
