package io.github.bpflinker.link.pass;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpflinker.link.IrModule;
import io.github.bpflinker.llvm.IrLinkage;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class InternalizeTest {

    private static final String IR = """
            $group = comdat any
            @kept = linkonce_odr global i32 1
            @dropped = global i32 1
            @kernel_symbol = external global i32, section ".ksyms"
            declare extern_weak i32 @kfunc()
            define hidden i32 @hidden_function() { ret i32 1 }
            define weak i32 @grouped() comdat($group) { ret i32 1 }
            define weak hidden ptr @memcpy(ptr %a, ptr %b, i64 %n) { ret ptr %a }
            """;

    @Test
    void makesEverythingLocalButExports() {
        try (IrModule ir = run(Internalize.Builtins.HIDDEN)) {
            assertThat(ir.value("dropped").linkage()).isEqualTo(IrLinkage.INTERNAL);
            assertThat(ir.value("hidden_function").linkage()).isEqualTo(IrLinkage.INTERNAL);
            assertThat(ir.value("hidden_function").isHidden()).isFalse();
            assertThat(ir.module().verify()).isEmpty();
        }
    }

    @Test
    void keepsAnExportThatLlvmCouldDrop() {
        try (IrModule ir = run(Internalize.Builtins.HIDDEN)) {
            assertThat(ir.value("kept").linkage()).isEqualTo(IrLinkage.WEAK_ODR);
        }
    }

    @Test
    void neverTouchesDeclarations() {
        try (IrModule ir = run(Internalize.Builtins.HIDDEN)) {
            assertThat(ir.value("kernel_symbol").linkage()).isEqualTo(IrLinkage.EXTERNAL);
            assertThat(ir.value("kfunc").linkage()).isEqualTo(IrLinkage.EXTERNAL_WEAK);
        }
    }

    @Test
    void dissolvesGroups() {
        try (IrModule ir = run(Internalize.Builtins.HIDDEN)) {
            assertThat(ir.module().toIr()).doesNotContain("comdat");
        }
    }

    @Test
    void keepsMemoryBuiltinsHiddenWhereTheyAreToSurviveOptimization() {
        try (IrModule ir = run(Internalize.Builtins.HIDDEN)) {
            assertThat(ir.value("memcpy").linkage()).isEqualTo(IrLinkage.WEAK_ANY);
            assertThat(ir.value("memcpy").isHidden()).isTrue();
        }
    }

    @Test
    void treatsMemoryBuiltinsAsAnyFunctionIfAskedTo() {
        try (IrModule ir = run(Internalize.Builtins.AS_ANY_FUNCTION)) {
            assertThat(ir.value("memcpy").linkage()).isEqualTo(IrLinkage.INTERNAL);
        }
    }

    private static IrModule run(Internalize.Builtins builtins) {
        IrModule ir = IrModule.parse(IR);
        new Internalize(new Exports(Optional.of(Set.of("kept"))), builtins).run(ir.module());
        return ir;
    }
}
