; What the distribution loads once while it is built, so that the classes of a load are in its class-data archive: a tracing
; program that reads task_struct.pid by CO-RE.
source_filename = "training-load.c"
target datalayout = "e-m:e-p:64:64-i64:64-i128:128-n32:64-S128"
target triple = "bpfel"

%struct.task_struct = type { i32 }

@_license = global [4 x i8] c"GPL\00", section "license", align 1, !dbg !4
@llvm.compiler.used = appending global [2 x ptr] [ptr @switched, ptr @_license], section "llvm.metadata"

define i32 @switched(ptr %context) section "tp_btf/sched_switch" !dbg !8 {
  %argument = getelementptr inbounds i64, ptr %context, i64 1, !dbg !18
  %address = load i64, ptr %argument, align 8, !dbg !18
  %task = inttoptr i64 %address to ptr, !dbg !18
  %field = call ptr @llvm.preserve.struct.access.index.p0.p0(ptr elementtype(%struct.task_struct) %task, i32 0, i32 0), !dbg !19, !llvm.preserve.access.index !14
  %pid = load i32, ptr %field, align 4, !dbg !19
  %low = and i32 %pid, 1, !dbg !19
  ret i32 %low, !dbg !19
}

declare ptr @llvm.preserve.struct.access.index.p0.p0(ptr, i32 immarg, i32 immarg)

!llvm.dbg.cu = !{!0}
!llvm.module.flags = !{!2, !3}

!0 = distinct !DICompileUnit(language: DW_LANG_C11, file: !1, producer: "training", isOptimized: true, runtimeVersion: 0, emissionKind: FullDebug, globals: !{!4})
!1 = !DIFile(filename: "training-load.c", directory: "/")
!2 = !{i32 7, !"Dwarf Version", i32 5}
!3 = !{i32 2, !"Debug Info Version", i32 3}
!4 = !DIGlobalVariableExpression(var: !5, expr: !DIExpression())
!5 = distinct !DIGlobalVariable(name: "_license", scope: !0, file: !1, line: 8, type: !6, isLocal: false, isDefinition: true)
!6 = !DICompositeType(tag: DW_TAG_array_type, baseType: !7, size: 32, elements: !{!DISubrange(count: 4)})
!7 = !DIBasicType(name: "char", size: 8, encoding: DW_ATE_signed_char)
!8 = distinct !DISubprogram(name: "switched", scope: !1, file: !1, line: 3, type: !9, scopeLine: 3, flags: DIFlagPrototyped, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0, retainedNodes: !{!16})
!9 = !DISubroutineType(types: !{!10, !11})
!10 = !DIBasicType(name: "int", size: 32, encoding: DW_ATE_signed)
!11 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !12, size: 64)
!12 = !DIBasicType(name: "unsigned long long", size: 64, encoding: DW_ATE_unsigned)
!14 = distinct !DICompositeType(tag: DW_TAG_structure_type, name: "task_struct", file: !1, line: 2, size: 32, elements: !{!15})
!15 = !DIDerivedType(tag: DW_TAG_member, name: "pid", scope: !14, file: !1, line: 2, baseType: !10, size: 32)
!16 = !DILocalVariable(name: "context", arg: 1, scope: !8, file: !1, line: 3, type: !11)
!18 = !DILocation(line: 4, scope: !8)
!19 = !DILocation(line: 5, scope: !8)
