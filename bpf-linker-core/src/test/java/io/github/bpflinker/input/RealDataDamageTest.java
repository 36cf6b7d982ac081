package io.github.bpflinker.input;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpflinker.diagnostic.LinkException;
import io.github.bpflinker.diagnostic.Problem;
import io.github.bpflinker.elf.BpfObject;
import io.github.bpflinker.testing.Compiler;
import io.github.bpflinker.testing.Tool;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What compilers and archivers write, damaged: a result, or one error that names the input. */
class RealDataDamageTest {

    private static final String SOURCE = """
            int counter;
            __attribute__((section("xdp"), used)) int program(void *c) { return *(int *) c + counter; }
            """;

    private static final int TRIES = 1000;

    @TempDir
    static Path folder;

    @BeforeAll
    static void make() {
        Compiler.clang(Tool.CLANG_22, folder, "a.o", SOURCE, "-target", "bpf", "-O2", "-g", "-fembed-bitcode");
        Compiler.clang(Tool.CLANG_14, folder, "a.bc", SOURCE, "-target", "bpf", "-O2", "-g", "-emit-llvm");
        Compiler.llvm(folder, "llvm-ar", "--format=gnu", "rcs", "gnu.a", "a.o", "a.bc");
        Compiler.llvm(folder, "llvm-ar", "--format=bsd", "rcs", "bsd.a", "a.o", "a.bc");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.o", "a.bc", "gnu.a", "bsd.a"})
    void damagedInputsGiveAResultOrOneError(String file) throws IOException {
        byte[] original = Files.readAllBytes(folder.resolve(file));
        Random random = new Random(1);
        for (int i = 0; i < TRIES; i++) {
            read(damaged(original, random));
        }
    }

    @Test
    void damagedObjectsGiveAResultOrOneError() throws IOException {
        byte[] original = Files.readAllBytes(folder.resolve("a.o"));
        Random random = new Random(2);
        for (int i = 0; i < TRIES; i++) {
            byte[] bytes = damaged(original, random);
            try {
                BpfObject object = BpfObject.read("damaged", ByteBuffer.wrap(bytes));
                assertThat(object.file().symbols()).isNotNull();
            } catch (LinkException e) {
                assertThat(e.diagnostic().problem()).isEqualTo(Problem.ELF_INVALID);
            }
        }
    }

    private static byte[] damaged(byte[] original, Random random) {
        byte[] bytes = original.clone();
        int flips = random.nextInt(6);
        for (int i = 0; i < flips; i++) {
            int range = random.nextBoolean() ? bytes.length : Math.min(bytes.length, 512);
            bytes[random.nextInt(range)] = (byte) random.nextInt();
        }
        return flips == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes;
    }

    private static void read(byte[] bytes) {
        try {
            InputContent content = InputReader.read(Input.of("damaged", ByteBuffer.wrap(bytes)));
            if (content instanceof Archive archive) {
                archive.members().forEach(ArchiveMember::content);
            }
        } catch (LinkException e) {
            assertThat(e.diagnostic().input()).startsWith("damaged");
            assertThat(e.diagnostic().problem().name()).matches("(INPUT|BITCODE|ELF|ARCHIVE)_.*");
        }
    }
}
