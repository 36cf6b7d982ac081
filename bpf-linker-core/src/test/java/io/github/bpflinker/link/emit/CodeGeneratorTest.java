package io.github.bpflinker.link.emit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bpflinker.diagnostic.Diagnostic;
import io.github.bpflinker.diagnostic.LinkException;
import io.github.bpflinker.diagnostic.Problem;
import io.github.bpflinker.elf.BpfObject;
import io.github.bpflinker.link.IrModule;
import io.github.bpflinker.link.pass.Exports;
import io.github.bpflinker.option.OutputKind;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class CodeGeneratorTest {

    private static final String PROGRAM = "define i32 @pass(ptr %context) section \"xdp\" { ret i32 2 }";

    private static final String TOO_MUCH_STACK = """
            declare void @use(ptr)
            define void @deep() section "xdp" { %a = alloca [600 x i8]  call void @use(ptr %a)  ret void }
            """;

    @Test
    void writesEachKindFromAModuleThatStaysAsItIs() {
        try (IrModule ir = IrModule.parse(PROGRAM)) {
            CodeGenerator generator = generator(ir, false);
            String before = ir.module().toIr();
            ByteBuffer first = generator.write(OutputKind.OBJ);
            generator.write(OutputKind.ASM);
            generator.write(OutputKind.LLVM_BC);

            assertThat(generator.write(OutputKind.OBJ)).isEqualTo(first);
            assertThat(ir.module().toIr()).isEqualTo(before);
            assertThat(BpfObject.read("out", first).functions()).hasSize(1);
        }
    }

    @Test
    void refusesMoreStackThanBpfHas() {
        try (IrModule ir = IrModule.parse(TOO_MUCH_STACK)) {
            CodeGenerator generator = generator(ir, false);
            assertThatThrownBy(() -> generator.write(OutputKind.OBJ))
                    .asInstanceOf(InstanceOfAssertFactories.type(LinkException.class))
                    .extracting(LinkException::diagnostic)
                    .returns(Problem.STACK_EXCEEDED, diagnostic -> diagnostic.problem())
                    .returns("deep", diagnostic -> diagnostic.function());
        }
    }

    @Test
    void reportsEachFunctionWithTooMuchStackOnce() {
        String source = """
                declare void @use(ptr, ptr)
                define void @one() section "xdp" {
                  %a = alloca [600 x i8]  %b = alloca [700 x i8]
                  call void @use(ptr %a, ptr %b)  call void @use(ptr %b, ptr %a)  ret void }
                define void @two() section "xdp" {
                  %a = alloca [600 x i8]  %b = alloca [700 x i8]
                  call void @use(ptr %a, ptr %b)  ret void }
                """;
        try (IrModule ir = IrModule.parse(source)) {
            CodeGenerator generator = generator(ir, false);
            assertThatThrownBy(() -> generator.write(OutputKind.OBJ))
                    .asInstanceOf(InstanceOfAssertFactories.type(LinkException.class))
                    .extracting(LinkException::diagnostics, InstanceOfAssertFactories.list(Diagnostic.class))
                    .extracting(Diagnostic::function)
                    .containsExactly("one", "two");
        }
    }

    @Test
    void writesNeverthelessIfErrorsAreToBeIgnored() {
        try (IrModule ir = IrModule.parse(TOO_MUCH_STACK)) {
            CodeGenerator generator = generator(ir, true);
            assertThat(generator.write(OutputKind.OBJ).remaining()).isPositive();
            assertThat(generator.warnings())
                    .extracting(warning -> warning.problem())
                    .contains(Problem.STACK_EXCEEDED);
        }
    }

    private static CodeGenerator generator(IrModule ir, boolean ignoreErrors) {
        return new CodeGenerator(
                ir.module(),
                ir.machine(),
                new Exports(Optional.empty()),
                new CodeGenerator.Settings("test.o", false, false, false, true, ignoreErrors, Optional.empty()));
    }
}
