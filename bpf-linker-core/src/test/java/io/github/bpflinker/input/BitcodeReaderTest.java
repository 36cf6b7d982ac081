package io.github.bpflinker.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.github.bpflinker.diagnostic.Diagnostic;
import io.github.bpflinker.diagnostic.LinkException;
import io.github.bpflinker.diagnostic.Problem;
import io.github.bpflinker.testing.Compiler;
import io.github.bpflinker.testing.Tool;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BitcodeReaderTest {

    private static byte[] bitcode = {};

    @BeforeAll
    static void compile(@TempDir Path folder) throws IOException {
        bitcode = Files.readAllBytes(Compiler.clang(
                Tool.CLANG_22, folder, "a.bc", "int f(int x) { return x; }", "-target", "bpf", "-O2", "-emit-llvm"));
    }

    @Test
    void takesTheWholeFile() {
        List<ModuleSource> modules = BitcodeReader.file("a.bc", ByteBuffer.wrap(bitcode));

        assertThat(modules).hasSize(1);
        assertThat(modules.get(0).name()).isEqualTo("a.bc");
        assertThat(modules.get(0).format()).isEqualTo(ModuleSource.Format.BITCODE);
        assertThat(modules.get(0).data()).isEqualTo(ByteBuffer.wrap(bitcode));
    }

    @Test
    void saysByHowMuchBitcodeIsCut() {
        assertThat(failure(Arrays.copyOf(bitcode, bitcode.length - 5))).contains("ends 5 bytes early");
    }

    @Test
    void refusesBitcodeCutAnywhereBeforeItsModuleEnds() {
        int moduleEnd = moduleEnd();
        for (int length = 4; length < moduleEnd; length++) {
            assertThat(failure(Arrays.copyOf(bitcode, length)))
                    .as("cut to %s", length)
                    .isNotBlank();
        }
    }

    @Test
    void splitsModulesThatFollowEachOther() {
        byte[] two = joined(bitcode, bitcode);

        assertThat(BitcodeReader.file("two.bc", ByteBuffer.wrap(two)))
                .extracting(ModuleSource::name, ModuleSource::data)
                .containsExactly(
                        tuple("two.bc", ByteBuffer.wrap(bitcode)), tuple("two.bc#2", ByteBuffer.wrap(bitcode)));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 13, 64})
    void toleratesPaddingBetweenAndAfterModules(int padding) {
        byte[] zeros = new byte[padding];
        byte[] padded = joined(zeros, bitcode, zeros, bitcode, zeros);

        assertThat(BitcodeReader.file("padded.bc", ByteBuffer.wrap(padded)))
                .extracting(ModuleSource::data)
                .containsExactly(ByteBuffer.wrap(bitcode), ByteBuffer.wrap(bitcode));
    }

    @Test
    void leavesOutWhatArchiversPadWith() {
        byte[] padded = joined(bitcode, new byte[] {'\n', '\n', '\n', '\n'});

        assertThat(BitcodeReader.file("padded.bc", ByteBuffer.wrap(padded))
                        .get(0)
                        .data())
                .isEqualTo(ByteBuffer.wrap(bitcode));
    }

    @Test
    void refusesOtherBytesAfterAModule() {
        assertThat(failure(joined(bitcode, "no bitcode at all".getBytes(StandardCharsets.UTF_8))))
                .contains("offset " + bitcode.length);
    }

    @Test
    void takesBitcodeOutOfItsWrapper() {
        byte[] wrapped = wrapped(20, bitcode.length, new byte[12]);

        assertThat(BitcodeReader.file("a.bc", ByteBuffer.wrap(wrapped)))
                .extracting(ModuleSource::data)
                .containsExactly(ByteBuffer.wrap(bitcode));
    }

    @Test
    void refusesWrappersThatPointElsewhere() {
        assertThat(failure(wrapped(20, bitcode.length + 1, new byte[0]))).contains("ends 1 bytes early");
        assertThat(failure(wrapped(24, bitcode.length - 4, new byte[0]))).contains("no bitcode at offset 24");
        assertThat(failure(wrapped(-1, -1, new byte[0]))).contains("early");
        assertThat(failure(Arrays.copyOf(wrapped(20, 8, new byte[0]), 10))).contains("ends 10 bytes early");
    }

    private static byte[] wrapped(int offset, int size, byte[] tail) {
        ByteBuffer header = ByteBuffer.allocate(20).order(ByteOrder.LITTLE_ENDIAN);
        header.putInt(0x0b17c0de).putInt(0).putInt(offset).putInt(size).putInt(7);
        byte[] bytes = new byte[20];
        header.flip().get(bytes);
        return joined(bytes, bitcode, tail);
    }

    /** The end of the module block, by the lengths of the two first blocks. */
    private static int moduleEnd() {
        ByteBuffer words = ByteBuffer.wrap(bitcode).order(ByteOrder.LITTLE_ENDIAN);
        int module = 4 + 8 + words.getInt(8) * 4;
        return module + 8 + words.getInt(module + 4) * 4;
    }

    private static String failure(byte[] bytes) {
        Diagnostic diagnostic = catchThrowableOfType(
                        LinkException.class, () -> BitcodeReader.file("cut.bc", ByteBuffer.wrap(bytes)))
                .diagnostic();
        assertThat(diagnostic.problem()).isEqualTo(Problem.BITCODE_INVALID);
        assertThat(diagnostic.input()).isEqualTo("cut.bc");
        return String.valueOf(diagnostic.detail());
    }

    private static byte[] joined(byte[]... parts) {
        ByteBuffer all = ByteBuffer.allocate(
                Arrays.stream(parts).mapToInt(part -> part.length).sum());
        for (byte[] part : parts) {
            all.put(part);
        }
        byte[] bytes = new byte[all.position()];
        all.flip().get(bytes);
        return bytes;
    }
}
