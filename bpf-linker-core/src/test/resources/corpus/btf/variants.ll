; Rust enums with data are described in full by LLVM 21.1.5 and newer, and without their variants by older ones.
; LLVM: system-22
; LINK: variants.ll --btf
; BTF: UNION '\(anon\)' size=8
; LINK: variants.ll --btf --llvm embedded
; STDERR: ^Warning: BTF describes Opt<u32> without their variants
; BTF: STRUCT 'Opt_3C_u32_3E_' size=8 vlen=0
; NOT-BTF: 'Some'
source_filename = "variants.ll"
target triple = "bpf"
define i32 @f(ptr %x) section "xdp" !dbg !5 { ret i32 0, !dbg !20 }
!llvm.dbg.cu = !{!0}
!llvm.module.flags = !{!2,!3}
!0 = distinct !DICompileUnit(language: DW_LANG_Rust, file: !1, producer: "rustc", isOptimized: true, runtimeVersion: 0, emissionKind: FullDebug)
!1 = !DIFile(filename: "x.rs", directory: "/")
!2 = !{i32 2, !"Debug Info Version", i32 3}
!3 = !{i32 7, !"Dwarf Version", i32 4}
!5 = distinct !DISubprogram(name: "f", scope: !1, file: !1, line: 3, type: !6, scopeLine: 3, spFlags: DISPFlagDefinition, unit: !0, retainedNodes: !19)
!6 = !DISubroutineType(types: !7)
!7 = !{!8, !9}
!8 = !DIBasicType(name: "i32", size: 32, encoding: DW_ATE_signed)
!9 = !DIDerivedType(tag: DW_TAG_pointer_type, name: "&Opt<u32>", baseType: !10, size: 64)
!10 = !DICompositeType(tag: DW_TAG_structure_type, name: "Opt<u32>", file: !1, size: 64, align: 32, elements: !11)
!11 = !{!12}
!12 = !DICompositeType(tag: DW_TAG_variant_part, scope: !10, file: !1, size: 64, elements: !13, discriminator: !14)
!13 = !{!15}
!14 = !DIDerivedType(tag: DW_TAG_member, scope: !10, file: !1, baseType: !8, size: 32, flags: DIFlagArtificial)
!15 = !DIDerivedType(tag: DW_TAG_member, name: "Some", scope: !12, file: !1, baseType: !16, size: 64, extraData: i32 1)
!16 = !DICompositeType(tag: DW_TAG_structure_type, name: "Some", scope: !10, file: !1, size: 64, elements: !17)
!17 = !{!18}
!18 = !DIDerivedType(tag: DW_TAG_member, name: "__0", scope: !16, file: !1, baseType: !8, size: 32, offset: 32)
!19 = !{}
!20 = !DILocation(line: 4, column: 1, scope: !5)
