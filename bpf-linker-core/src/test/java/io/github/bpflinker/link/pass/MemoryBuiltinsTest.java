package io.github.bpflinker.link.pass;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpflinker.link.IrModule;
import io.github.bpflinker.link.resolve.MemoryBuiltins;
import io.github.bpflinker.llvm.IrLinkage;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MemoryBuiltinsTest {

    private static final Exports PROGRAM_ONLY = new Exports(Optional.of(Set.of("program")));

    @Test
    void thoseThatNoInputBringsAreOurs() {
        try (IrModule ir = IrModule.parse("define i32 @program() { ret i32 1 }")) {
            new ProvideMemoryBuiltins().run(ir.module());

            assertThat(defined(ir)).containsExactlyElementsOf(MemoryBuiltins.NAMES);
            assertThat(ir.module().verify()).isEmpty();
        }
    }

    @Test
    void theOneOfAnInputIsLeftAlone() {
        String own = "define ptr @memcpy(ptr %a, ptr %b, i64 %n) { ret ptr null }";
        try (IrModule ir = IrModule.parse(own)) {
            new ProvideMemoryBuiltins().run(ir.module());

            assertThat(defined(ir)).containsExactlyElementsOf(MemoryBuiltins.NAMES);
            assertThat(ir.function("memcpy").instructions()).hasSize(1);
        }
    }

    @Test
    void thoseThatNobodyNeedsGoBeforeCodeGeneration() {
        try (IrModule ir = IrModule.parse("define i32 @program() { ret i32 1 }")) {
            prepare(ir);

            assertThat(defined(ir)).isEmpty();
        }
    }

    @Test
    void theOneThatIsCalledStaysAsALocalFunction() {
        String ir = """
                declare i32 @memcmp(ptr, ptr, i64)
                define i32 @program(ptr %a, ptr %b, i64 %n) {
                  %r = call i32 @memcmp(ptr %a, ptr %b, i64 %n)
                  ret i32 %r
                }
                """;
        try (IrModule module = IrModule.parse(ir)) {
            prepare(module);

            assertThat(defined(module)).contains("memcmp").doesNotContain("memcpy", "memset");
            assertThat(module.function("memcmp").linkage()).isEqualTo(IrLinkage.INTERNAL);
        }
    }

    @Test
    void theOneThatAnIntrinsicMayBecomeStays() {
        String ir = """
                declare void @llvm.memset.p0.i64(ptr, i8, i64, i1)
                define void @program(ptr %a, i64 %n) {
                  call void @llvm.memset.p0.i64(ptr %a, i8 0, i64 %n, i1 false)
                  ret void
                }
                """;
        try (IrModule module = IrModule.parse(ir)) {
            prepare(module);

            assertThat(defined(module)).contains("memset").doesNotContain("memcmp");
        }
    }

    @Test
    void theOneThatNoIntrinsicBecomesACallOfGoes() {
        String ir = """
                declare void @llvm.memset.p0.i64(ptr, i8, i64, i1)
                declare void @llvm.memcpy.p0.p0.i64(ptr, ptr, i64, i1)
                define void @program(ptr %a, ptr %b, i64 %n) {
                  call void @llvm.memset.p0.i64(ptr %a, i8 0, i64 8, i1 false)
                  call void @llvm.memcpy.p0.p0.i64(ptr %a, ptr %b, i64 %n, i1 false)
                  ret void
                }
                """;
        assertThat(keptWhereAskedFor(Set.of(), ir)).containsExactly("memcpy");
        assertThat(keptWhereAskedFor(Set.of("memset"), ir)).containsExactly("memcpy", "memset");
    }

    private static List<String> keptWhereAskedFor(Set<String> asked, String text) {
        try (IrModule ir = IrModule.parse(text)) {
            new ProvideMemoryBuiltins().run(ir.module());
            new Internalize(PROGRAM_ONLY, Internalize.Builtins.HIDDEN).run(ir.module());
            new PruneMemoryBuiltins(PROGRAM_ONLY, ir.machine(), asked).run(ir.module());
            assertThat(ir.module().verify()).isEmpty();
            return defined(ir);
        }
    }

    @Test
    void anExportedOneStaysVisible() {
        try (IrModule ir = IrModule.parse("define i32 @program() { ret i32 1 }")) {
            Exports exports = new Exports(Optional.of(Set.of("program", "memset")));
            new ProvideMemoryBuiltins().run(ir.module());
            new Internalize(exports, Internalize.Builtins.HIDDEN).run(ir.module());
            new PruneMemoryBuiltins(exports, ir.machine()).run(ir.module());

            assertThat(ir.function("memset").linkage().isLocal()).isFalse();
        }
    }

    private static void prepare(IrModule ir) {
        new ProvideMemoryBuiltins().run(ir.module());
        new Internalize(PROGRAM_ONLY, Internalize.Builtins.HIDDEN).run(ir.module());
        new PruneMemoryBuiltins(PROGRAM_ONLY, ir.machine()).run(ir.module());
        assertThat(ir.module().verify()).isEmpty();
    }

    private static List<String> defined(IrModule ir) {
        return MemoryBuiltins.NAMES.stream()
                .filter(name -> ir.module()
                        .function(name)
                        .filter(function -> !function.isDeclaration())
                        .isPresent())
                .toList();
    }
}
