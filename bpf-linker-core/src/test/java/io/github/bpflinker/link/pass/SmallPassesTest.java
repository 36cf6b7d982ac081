package io.github.bpflinker.link.pass;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpflinker.diagnostic.Diagnostic;
import io.github.bpflinker.diagnostic.Problem;
import io.github.bpflinker.link.IrModule;
import io.github.bpflinker.option.OptimizationLevel;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SmallPassesTest {

    private static final String FUNCTIONS = """
            define i32 @of_core() noinline #0 { ret i32 1 }
            define ptr @memset(ptr %p, i32 %c, i64 %n) #0 { ret ptr %p }
            define i32 @plain() noinline optnone { ret i32 1 }
            attributes #0 = { "no-builtins" }
            """;

    @Test
    void functionsOfCoreCanBeInlinedAndBuiltinsStayWhatTheyAre() {
        try (IrModule ir = IrModule.parse(FUNCTIONS)) {
            new AllowInlining(false).run(ir.module());

            assertThat(ir.module().toIr()).containsOnlyOnce("\"no-builtins\"");
            assertThat(ir.function("of_core").hasAttribute("noinline")).isTrue();
        }
    }

    @Test
    void noinlineGoesIfAskedTo() {
        try (IrModule ir = IrModule.parse(FUNCTIONS)) {
            new AllowInlining(true).run(ir.module());

            assertThat(ir.function("of_core").hasAttribute("noinline")).isFalse();
            assertThat(ir.function("plain").hasAttribute("optnone")).isFalse();
            assertThat(ir.module().verify()).isEmpty();
        }
    }

    @Test
    void whatAsksNotToBeOptimizedIsAllTheSameWithOneWarning() {
        List<Diagnostic> warnings = new ArrayList<>();
        String text = "define i32 @f() noinline optnone { ret i32 1 }\n" + FUNCTIONS;
        try (IrModule ir = IrModule.parse(text)) {
            new OverrideOptnone(warnings::add).run(ir.module());

            assertThat(ir.module().toIr()).doesNotContain("optnone");
            assertThat(ir.function("plain").hasAttribute("noinline")).isFalse();
            assertThat(ir.function("of_core").hasAttribute("noinline")).isTrue();
        }
        assertThat(warnings)
                .singleElement()
                .returns(Problem.OPTIMIZED_ANYWAY, Diagnostic::problem)
                .returns("f", Diagnostic::function)
                .returns(List.of("plain"), Diagnostic::related);
    }

    @Test
    void theStackProbeOfAnotherMachineGoes() {
        try (IrModule ir = IrModule.parse("module asm \".globl __rust_probestack\"")) {
            new DropProbestack().run(ir.module());

            assertThat(ir.module().inlineAssembly()).isEmpty();
        }
    }

    @Test
    void otherModuleAssemblyStays() {
        try (IrModule ir = IrModule.parse("module asm \".globl mine\"")) {
            new DropProbestack().run(ir.module());

            assertThat(ir.module().inlineAssembly()).contains("mine");
        }
    }

    @ParameterizedTest
    @EnumSource(OptimizationLevel.class)
    void everyLevelOptimizes(OptimizationLevel level) {
        String ir = "define i32 @f(i32 %x) { %a = add i32 %x, 1  %b = sub i32 %a, 1  ret i32 %b }";
        try (IrModule module = IrModule.parse(ir)) {
            new Optimize(level, module.machine()).run(module.module());

            assertThat(module.function("f").instructions()).hasSize(1);
        }
    }
}
