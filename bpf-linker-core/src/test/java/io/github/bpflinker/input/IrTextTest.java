package io.github.bpflinker.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IrTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "; ModuleID = 'a.c'\nsource_filename = \"a.c\"\n",
                "target triple = \"bpf\"",
                "\r\n\t define i32 @f() { ret i32 0 }",
                "define oops",
                "declare void @g()",
                "@a = global i32 0",
                "@\"quoted name\" = global i32 0",
                "%struct.s = type { i32 }",
                "!0 = !{}",
                "!llvm.ident = !{!0}",
                "$c = comdat any",
                "^0 = module: (path: \"\", hash: (0, 0, 0, 0, 0))",
                "attributes #0 = { nounwind }",
                "module asm \"nop\"",
                "; only a comment, with ümläuts",
                "\n\n",
            })
    void takesTextForIr(String text) {
        assertThat(IrText.isText(bytes(text))).isTrue();
        assertThat(IrText.isIr(bytes(text))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "int main(void) { return 0; }",
                "#!/bin/sh",
                "defined by others",
                "@ alone",
                "!<arch>",
                "# comment",
                "target_cpu",
                "%",
            })
    void takesOtherTextForWhatItIs(String text) {
        assertThat(IrText.isText(bytes(text))).isTrue();
        assertThat(IrText.isIr(bytes(text))).isFalse();
    }

    @Test
    void looksBehindLongComments() {
        String text = "; " + "x".repeat(5000) + "\ndeclare void @f()";

        assertThat(IrText.isIr(bytes(text))).isTrue();
    }

    @Test
    void bytesAreNoText() {
        assertThat(IrText.isText(ByteBuffer.wrap(new byte[] {'a', 0, 'b'}))).isFalse();
        assertThat(IrText.isText(ByteBuffer.wrap(new byte[] {'a', (byte) 0xff, 'b'})))
                .isFalse();
        assertThat(IrText.isText(ByteBuffer.wrap(new byte[] {'a', 7}))).isFalse();
    }

    @Test
    void toleratesACharacterAcrossTheEndOfWhatItLooksAt() {
        assertThat(IrText.isText(bytes("a" + "ü".repeat(1000)))).isTrue();
    }

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    }
}
