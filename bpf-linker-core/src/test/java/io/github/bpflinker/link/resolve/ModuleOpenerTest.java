package io.github.bpflinker.link.resolve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bpflinker.diagnostic.LinkException;
import io.github.bpflinker.diagnostic.Problem;
import io.github.bpflinker.diagnostic.SourceLocation;
import io.github.bpflinker.input.ModuleSource;
import io.github.bpflinker.link.TestLlvm;
import io.github.bpflinker.llvm.Context;
import io.github.bpflinker.llvm.LlvmError;
import io.github.bpflinker.llvm.Module;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ModuleOpenerTest {

    private static final String IR = "define i32 @f() { ret i32 1 }";

    private final Context context = TestLlvm.newContext();

    @AfterEach
    void closeContext() {
        context.close();
    }

    @Test
    void opensTextAndBitcode() {
        try (Module text = open(source(ModuleSource.Format.IR_TEXT, bytes(IR)))) {
            byte[] bitcode = new byte[text.toBitcode().remaining()];
            text.toBitcode().get(bitcode);
            try (Module binary = open(source(ModuleSource.Format.BITCODE, bitcode))) {
                assertThat(binary.function("f")).isPresent();
            }
        }
    }

    @Test
    void namesThePlaceOfASyntaxError() {
        assertThatThrownBy(() -> open(source(ModuleSource.Format.IR_TEXT, bytes("define i32 @f() {\n  rat i32 1\n}"))))
                .asInstanceOf(InstanceOfAssertFactories.type(LinkException.class))
                .extracting(LinkException::diagnostic)
                .returns(Problem.IR_SYNTAX, diagnostic -> diagnostic.problem())
                .returns(new SourceLocation("a.ll", 2, 3), diagnostic -> diagnostic.location())
                .returns("expected instruction opcode", diagnostic -> diagnostic.detail());
    }

    @Test
    void refusesCutBitcode() throws LlvmError {
        byte[] cut;
        try (Module text = context.parseIr("a.ll", ByteBuffer.wrap(bytes(IR)))) {
            byte[] bitcode = new byte[text.toBitcode().remaining()];
            text.toBitcode().get(bitcode);
            cut = Arrays.copyOf(bitcode, bitcode.length / 2 & ~3);
        }

        assertThatThrownBy(() -> open(source(ModuleSource.Format.BITCODE, cut)))
                .asInstanceOf(InstanceOfAssertFactories.type(LinkException.class))
                .extracting(LinkException::diagnostic)
                .returns(Problem.BITCODE_INVALID, diagnostic -> diagnostic.problem())
                .returns("a.ll", diagnostic -> diagnostic.input());
    }

    private Module open(ModuleSource source) {
        return new ModuleOpener(context).open(source);
    }

    private static ModuleSource source(ModuleSource.Format format, byte[] content) {
        return new ModuleSource("a.ll", format, ByteBuffer.wrap(content), Optional.empty());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
