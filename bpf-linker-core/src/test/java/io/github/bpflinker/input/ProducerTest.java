package io.github.bpflinker.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bpflinker.diagnostic.LinkException;
import io.github.bpflinker.diagnostic.Problem;
import io.github.bpflinker.testing.Compiler;
import io.github.bpflinker.testing.Tool;
import io.github.bpflinker.version.LlvmVersion;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProducerTest {

    private static final int IDENTIFICATION = 13;
    private static final int MODULE = 8;
    private static final int WIDTH = 5;

    @ParameterizedTest
    @CsvSource({
        "LLVM22.1.8, 22, 1, 8",
        "LLVM22.1.2-rust-1.95.0-stable, 22, 1, 2",
        "LLVM3.8.0, 3, 8, 0",
        "LLVM23.0.0git, 23, 0, 0",
    })
    void readsTheVersionOfLlvm(String text, int major, int minor, int patch) {
        assertThat(Producer.of(text).version()).contains(new LlvmVersion(major, minor, patch));
    }

    @ParameterizedTest
    @ValueSource(strings = {"APPLE_1_1600.0.26.4_0", "", "LLVM", "LLVM22", "22.1.8", "LLVMx.y.z"})
    void othersHaveNoVersion(String text) {
        assertThat(Producer.of(text)).isEqualTo(new Producer(text, Optional.empty()));
    }

    @ParameterizedTest
    @EnumSource(
            value = Tool.class,
            names = {"CLANG_14", "CLANG_16", "CLANG_19", "CLANG_22"})
    void readsWhatEachClangWrites(Tool clang, @TempDir Path folder) throws IOException {
        Path bitcode = Compiler.clang(clang, folder, "a.bc", "int a;", "-target", "bpf", "-O2", "-emit-llvm");

        int major = Integer.parseInt(clang.name().substring("CLANG_".length()));
        assertThat(producer(Files.readAllBytes(bitcode))).hasValueSatisfying(producer -> assertThat(producer.version())
                .hasValueSatisfying(version -> assertThat(version.major()).isEqualTo(major)));
    }

    @Test
    void readsUnabbreviatedRecords() {
        assertThat(producer(identified(new BitcodeBuilder().unabbreviated(WIDTH, 1, "LLVM22.1.2-rust-1.95.0-stable"))))
                .map(Producer::text)
                .contains("LLVM22.1.2-rust-1.95.0-stable");
    }

    @Test
    void readsArraysOfFixedWidth() {
        BitcodeBuilder content = new BitcodeBuilder()
                .define(WIDTH, BitcodeBuilder.LITERAL, 1, BitcodeBuilder.ARRAY, 0, BitcodeBuilder.FIXED, 8)
                .fixed(4, WIDTH)
                .vbr(2, 6)
                .fixed('O', 8)
                .fixed('K', 8);

        assertThat(producer(identified(content))).map(Producer::text).contains("OK");
    }

    @Test
    void readsArraysOfChar6AndNumbersOfVariableWidth() {
        BitcodeBuilder content = new BitcodeBuilder()
                .define(WIDTH, BitcodeBuilder.VBR, 3, BitcodeBuilder.ARRAY, 0, BitcodeBuilder.CHAR6, 0)
                .fixed(4, WIDTH)
                .vbr(1, 3)
                .vbr(4, 6)
                .fixed(0, 6)
                .fixed(26, 6)
                .fixed(52, 6)
                .fixed(62, 6);

        assertThat(producer(identified(content))).map(Producer::text).contains("aA0.");
    }

    @Test
    void readsBlobsAndPassesOtherRecords() {
        BitcodeBuilder content = new BitcodeBuilder()
                .define(WIDTH, BitcodeBuilder.LITERAL, 2, BitcodeBuilder.FIXED, 7)
                .define(WIDTH, BitcodeBuilder.LITERAL, 1, BitcodeBuilder.BLOB, 0)
                .fixed(4, WIDTH)
                .fixed(99, 7)
                .fixed(5, WIDTH)
                .vbr(3, 6)
                .align()
                .fixed('a', 8)
                .fixed('b', 8)
                .fixed('c', 8)
                .align();

        assertThat(producer(identified(content))).map(Producer::text).contains("abc");
    }

    @Test
    void bitcodeWithoutIdentificationHasNone() {
        byte[] bitcode = BitcodeBuilder.withMagic().emptyBlock(MODULE, 3).bytes();

        assertThat(producer(bitcode)).isEmpty();
    }

    @Test
    void anIdentificationWithoutTextHasNone() {
        assertThat(producer(identified(new BitcodeBuilder()))).isEmpty();
        assertThat(producer(identified(new BitcodeBuilder().raw(new byte[100_000]))))
                .isEmpty();
    }

    @Test
    void refusesArraysWhoseElementsTakeNoRoom() {
        BitcodeBuilder content = new BitcodeBuilder()
                .define(WIDTH, BitcodeBuilder.LITERAL, 2, BitcodeBuilder.ARRAY, 0, BitcodeBuilder.FIXED, 0)
                .fixed(4, WIDTH)
                .vbr(1L << 40, 6);

        assertThatThrownBy(() -> producer(identified(content)))
                .isInstanceOfSatisfying(
                        LinkException.class,
                        e -> assertThat(e.diagnostic().problem()).isEqualTo(Problem.BITCODE_INVALID));
    }

    private static byte[] identified(BitcodeBuilder content) {
        return BitcodeBuilder.withMagic()
                .block(IDENTIFICATION, WIDTH, content)
                .emptyBlock(MODULE, 3)
                .bytes();
    }

    private static Optional<Producer> producer(byte[] bitcode) {
        return BitcodeReader.file("a.bc", ByteBuffer.wrap(bitcode)).get(0).producer();
    }
}
