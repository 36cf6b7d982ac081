package io.github.bpflinker.link.pass;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.bpflinker.diagnostic.Diagnostic;
import io.github.bpflinker.diagnostic.Severity;
import io.github.bpflinker.diagnostic.SourceLocation;
import io.github.bpflinker.link.IrModule;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class UndefinedSymbolCheckTest {

    @Test
    void namesSymbolsAndTheFunctionsThatUseThem() {
        assertThat(find("""
                @table = external global i32
                declare i32 @helper()
                define i32 @f() { %r = load i32, ptr @table  ret i32 %r }
                define i32 @g() { %r = call i32 @helper()  ret i32 %r }
                """))
                .extracting(Diagnostic::symbol, Diagnostic::function)
                .containsExactly(tuple("helper", "g"), tuple("table", "f"));
    }

    @Test
    void namesTheVariableThatRefersToASymbol() {
        assertThat(find("""
                declare i32 @helper()
                @table = global ptr @helper
                """))
                .extracting(Diagnostic::symbol, Diagnostic::function)
                .containsExactly(tuple("helper", "table"));
    }

    @Test
    void namesTheSourceLineWhereThereIsDebugInformation() {
        assertThat(find("""
                declare i32 @helper()
                define i32 @f() !dbg !4 { %r = call i32 @helper(), !dbg !7  ret i32 %r, !dbg !7 }
                !llvm.dbg.cu = !{!0}
                !llvm.module.flags = !{!2}
                !0 = distinct !DICompileUnit(language: DW_LANG_C99, file: !1, emissionKind: FullDebug)
                !1 = !DIFile(filename: "prog.c", directory: "/src")
                !2 = !{i32 2, !"Debug Info Version", i32 3}
                !4 = distinct !DISubprogram(name: "f", scope: !1, file: !1, line: 3, type: !5, unit: !0, spFlags: DISPFlagDefinition)
                !5 = !DISubroutineType(types: !6)
                !6 = !{null}
                !7 = !DILocation(line: 4, column: 10, scope: !4)
                """).get(0).location())
                .returns(4, SourceLocation::line)
                .returns(10, SourceLocation::column)
                .satisfies(location -> assertThat(location.file()).endsWith("prog.c"));
    }

    @Test
    void saysNothingAboutWhatOthersResolve() {
        assertThat(find("""
                @kernel_symbol = external global i32, section ".ksyms"
                @setting = external global i32, section ".kconfig"
                @"llvm.sk_buff:0:4$0:1" = external global i64
                @unused = external global i32
                declare i32 @kfunc() section ".ksyms"
                declare ptr @memcpy(ptr, ptr, i64)
                declare void @llvm.memset.p0.i64(ptr, i8, i64, i1)
                define i64 @f(ptr %p) {
                  %a = load i32, ptr @kernel_symbol
                  %b = load i32, ptr @setting
                  %c = call i32 @kfunc()
                  %d = call ptr @memcpy(ptr %p, ptr %p, i64 8)
                  call void @llvm.memset.p0.i64(ptr %p, i8 0, i64 8, i1 false)
                  %e = load i64, ptr @"llvm.sk_buff:0:4$0:1"
                  ret i64 %e
                }
                """)).isEmpty();
    }

    private static List<Diagnostic> find(String text) {
        try (IrModule ir = IrModule.parse(text)) {
            return UndefinedSymbolCheck.in(ir.module(), Set.of(), Severity.WARNING);
        }
    }
}
