; What the distribution links once while it is built, so that the classes of a link are in its class-data archive.
source_filename = "training.c"
target datalayout = "e-m:e-p:64:64-i64:64-i128:128-n32:64-S128"
target triple = "bpfel"

%struct.anon = type { ptr, ptr, ptr, ptr }

@counts = dso_local global %struct.anon zeroinitializer, section ".maps", align 8, !dbg !0
@_license = dso_local global [4 x i8] c"GPL\00", section "license", align 1, !dbg !5
@total = dso_local local_unnamed_addr global i64 0, align 8, !dbg !11
@llvm.compiler.used = appending global [3 x ptr] [ptr @_license, ptr @count, ptr @counts], section "llvm.metadata"

; Function Attrs: nounwind
define dso_local range(i32 1, 3) i32 @count(ptr nocapture noundef readonly %0) #0 section "xdp" !dbg !44 {
  %2 = alloca i32, align 4, !DIAssignID !51
    #dbg_assign(i1 undef, !49, !DIExpression(), !51, ptr %2, !DIExpression(), !52)
    #dbg_value(ptr %0, !48, !DIExpression(), !52)
  call void @llvm.lifetime.start.p0(i64 4, ptr nonnull %2) #3, !dbg !53
  %3 = getelementptr inbounds i8, ptr %0, i64 12, !dbg !54
  %4 = load i32, ptr %3, align 4, !dbg !54, !tbaa !55
  %5 = and i32 %4, 3, !dbg !59
  store i32 %5, ptr %2, align 4, !dbg !60, !tbaa !55, !DIAssignID !61
    #dbg_assign(i32 %5, !49, !DIExpression(), !61, ptr %2, !DIExpression(), !52)
  %6 = call ptr inttoptr (i64 1 to ptr)(ptr noundef nonnull @counts, ptr noundef nonnull %2) #3, !dbg !62
    #dbg_value(ptr %6, !50, !DIExpression(), !52)
  %7 = icmp eq ptr %6, null, !dbg !63
  br i1 %7, label %14, label %8, !dbg !64

8:                                                ; preds = %1
  %9 = load i32, ptr %2, align 4, !dbg !65, !tbaa !55
  %10 = zext i32 %9 to i64, !dbg !65
  %11 = call fastcc i64 @add(ptr noundef nonnull %6, i64 noundef %10), !dbg !66
  %12 = icmp eq i64 %11, 0, !dbg !64
  %13 = select i1 %12, i32 1, i32 2, !dbg !63
  br label %14

14:                                               ; preds = %8, %1
  %15 = phi i32 [ 1, %1 ], [ %13, %8 ], !dbg !52
  call void @llvm.lifetime.end.p0(i64 4, ptr nonnull %2) #3, !dbg !67
  ret i32 %15, !dbg !68
}

; Function Attrs: mustprogress nocallback nofree nosync nounwind willreturn memory(argmem: readwrite)
declare void @llvm.lifetime.start.p0(i64 immarg, ptr nocapture) #1

; Function Attrs: mustprogress nofree noinline norecurse nosync nounwind willreturn memory(readwrite, inaccessiblemem: none)
define internal fastcc i64 @add(ptr nocapture noundef %0, i64 noundef %1) unnamed_addr #2 !dbg !69 {
    #dbg_value(ptr %0, !73, !DIExpression(), !75)
    #dbg_value(i64 %1, !74, !DIExpression(), !75)
  %3 = load i64, ptr %0, align 8, !dbg !76, !tbaa !77
  %4 = add nsw i64 %3, %1, !dbg !76
  store i64 %4, ptr %0, align 8, !dbg !76, !tbaa !77
  %5 = load i64, ptr @total, align 8, !dbg !79, !tbaa !77
  %6 = add nsw i64 %5, %1, !dbg !79
  store i64 %6, ptr @total, align 8, !dbg !79, !tbaa !77
  ret i64 %6, !dbg !80
}

; Function Attrs: mustprogress nocallback nofree nosync nounwind willreturn memory(argmem: readwrite)
declare void @llvm.lifetime.end.p0(i64 immarg, ptr nocapture) #1

attributes #0 = { nounwind "frame-pointer"="all" "no-trapping-math"="true" "stack-protector-buffer-size"="8" }
attributes #1 = { mustprogress nocallback nofree nosync nounwind willreturn memory(argmem: readwrite) }
attributes #2 = { mustprogress nofree noinline norecurse nosync nounwind willreturn memory(readwrite, inaccessiblemem: none) "frame-pointer"="all" "no-trapping-math"="true" "stack-protector-buffer-size"="8" }
attributes #3 = { nounwind }

!llvm.dbg.cu = !{!2}
!llvm.module.flags = !{!38, !39, !40, !41, !42}
!llvm.ident = !{!43}

!0 = !DIGlobalVariableExpression(var: !1, expr: !DIExpression())
!1 = distinct !DIGlobalVariable(name: "counts", scope: !2, file: !3, line: 1, type: !22, isLocal: false, isDefinition: true)
!2 = distinct !DICompileUnit(language: DW_LANG_C11, file: !3, producer: "clang", isOptimized: true, runtimeVersion: 0, emissionKind: FullDebug, globals: !4, splitDebugInlining: false, nameTableKind: None)
!3 = !DIFile(filename: "training.c", directory: "/")
!4 = !{!5, !0, !11, !14}
!5 = !DIGlobalVariableExpression(var: !6, expr: !DIExpression())
!6 = distinct !DIGlobalVariable(name: "_license", scope: !2, file: !3, line: 9, type: !7, isLocal: false, isDefinition: true)
!7 = !DICompositeType(tag: DW_TAG_array_type, baseType: !8, size: 32, elements: !9)
!8 = !DIBasicType(name: "char", size: 8, encoding: DW_ATE_signed_char)
!9 = !{!10}
!10 = !DISubrange(count: 4)
!11 = !DIGlobalVariableExpression(var: !12, expr: !DIExpression())
!12 = distinct !DIGlobalVariable(name: "total", scope: !2, file: !3, line: 3, type: !13, isLocal: false, isDefinition: true)
!13 = !DIBasicType(name: "long", size: 64, encoding: DW_ATE_signed)
!14 = !DIGlobalVariableExpression(var: !15, expr: !DIExpression(DW_OP_constu, 1, DW_OP_stack_value))
!15 = distinct !DIGlobalVariable(name: "lookup", scope: !2, file: !3, line: 2, type: !16, isLocal: true, isDefinition: true)
!16 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !17, size: 64)
!17 = !DISubroutineType(types: !18)
!18 = !{!19, !19, !20}
!19 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: null, size: 64)
!20 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !21, size: 64)
!21 = !DIDerivedType(tag: DW_TAG_const_type, baseType: null)
!22 = distinct !DICompositeType(tag: DW_TAG_structure_type, file: !3, line: 1, size: 256, elements: !23)
!23 = !{!24, !30, !33, !36}
!24 = !DIDerivedType(tag: DW_TAG_member, name: "type", scope: !22, file: !3, line: 1, baseType: !25, size: 64)
!25 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !26, size: 64)
!26 = !DICompositeType(tag: DW_TAG_array_type, baseType: !27, size: 64, elements: !28)
!27 = !DIBasicType(name: "int", size: 32, encoding: DW_ATE_signed)
!28 = !{!29}
!29 = !DISubrange(count: 2)
!30 = !DIDerivedType(tag: DW_TAG_member, name: "max_entries", scope: !22, file: !3, line: 1, baseType: !31, size: 64, offset: 64)
!31 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !32, size: 64)
!32 = !DICompositeType(tag: DW_TAG_array_type, baseType: !27, size: 128, elements: !9)
!33 = !DIDerivedType(tag: DW_TAG_member, name: "key", scope: !22, file: !3, line: 1, baseType: !34, size: 64, offset: 128)
!34 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !35, size: 64)
!35 = !DIBasicType(name: "unsigned int", size: 32, encoding: DW_ATE_unsigned)
!36 = !DIDerivedType(tag: DW_TAG_member, name: "value", scope: !22, file: !3, line: 1, baseType: !37, size: 64, offset: 192)
!37 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !13, size: 64)
!38 = !{i32 7, !"Dwarf Version", i32 5}
!39 = !{i32 2, !"Debug Info Version", i32 3}
!40 = !{i32 1, !"wchar_size", i32 4}
!41 = !{i32 7, !"frame-pointer", i32 2}
!42 = !{i32 7, !"debug-info-assignment-tracking", i1 true}
!43 = !{!"clang"}
!44 = distinct !DISubprogram(name: "count", scope: !3, file: !3, line: 5, type: !45, scopeLine: 5, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !2, retainedNodes: !47)
!45 = !DISubroutineType(types: !46)
!46 = !{!27, !34}
!47 = !{!48, !49, !50}
!48 = !DILocalVariable(name: "ctx", arg: 1, scope: !44, file: !3, line: 5, type: !34)
!49 = !DILocalVariable(name: "key", scope: !44, file: !3, line: 6, type: !35)
!50 = !DILocalVariable(name: "slot", scope: !44, file: !3, line: 6, type: !37)
!51 = distinct !DIAssignID()
!52 = !DILocation(line: 0, scope: !44)
!53 = !DILocation(line: 6, column: 3, scope: !44)
!54 = !DILocation(line: 6, column: 18, scope: !44)
!55 = !{!56, !56, i64 0}
!56 = !{!"int", !57, i64 0}
!57 = !{!"omnipotent char", !58, i64 0}
!58 = !{!"Simple C/C++ TBAA"}
!59 = !DILocation(line: 6, column: 25, scope: !44)
!60 = !DILocation(line: 6, column: 12, scope: !44)
!61 = distinct !DIAssignID()
!62 = !DILocation(line: 6, column: 43, scope: !44)
!63 = !DILocation(line: 7, column: 10, scope: !44)
!64 = !DILocation(line: 7, column: 15, scope: !44)
!65 = !DILocation(line: 7, column: 28, scope: !44)
!66 = !DILocation(line: 7, column: 18, scope: !44)
!67 = !DILocation(line: 8, column: 1, scope: !44)
!68 = !DILocation(line: 7, column: 3, scope: !44)
!69 = distinct !DISubprogram(name: "add", scope: !3, file: !3, line: 4, type: !70, scopeLine: 4, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !2, retainedNodes: !72)
!70 = !DISubroutineType(types: !71)
!71 = !{!13, !37, !13}
!72 = !{!73, !74}
!73 = !DILocalVariable(name: "slot", arg: 1, scope: !69, file: !3, line: 4, type: !37)
!74 = !DILocalVariable(name: "n", arg: 2, scope: !69, file: !3, line: 4, type: !13)
!75 = !DILocation(line: 0, scope: !69)
!76 = !DILocation(line: 4, column: 71, scope: !69)
!77 = !{!78, !78, i64 0}
!78 = !{!"long", !57, i64 0}
!79 = !DILocation(line: 4, column: 90, scope: !69)
!80 = !DILocation(line: 4, column: 77, scope: !69)
