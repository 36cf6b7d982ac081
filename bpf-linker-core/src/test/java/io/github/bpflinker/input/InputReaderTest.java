package io.github.bpflinker.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.bpflinker.diagnostic.Diagnostic;
import io.github.bpflinker.diagnostic.LinkException;
import io.github.bpflinker.diagnostic.Problem;
import io.github.bpflinker.elf.ElfBuilder;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InputReaderTest {

    @TempDir
    Path folder;

    @Test
    void mapsFilesAndTakesNoCopy() throws IOException {
        Path file = Files.writeString(folder.resolve("no_suffix"), "declare void @f()");

        InputContent content = InputReader.read(Input.of(file));

        assertThat(content.name()).isEqualTo(file.toString());
        assertThat(content).isInstanceOfSatisfying(ModuleInput.class, input -> {
            ModuleSource module = input.modules().get(0);
            assertThat(module.format()).isEqualTo(ModuleSource.Format.IR_TEXT);
            assertThat(module.producer()).isEmpty();
            assertThat(module.data().isDirect()).isTrue();
            assertThat(StandardCharsets.UTF_8.decode(module.data()).toString()).isEqualTo("declare void @f()");
        });
    }

    @Test
    void readsABufferFromItsPositionToItsLimit() {
        ByteBuffer bytes = ByteBuffer.wrap("xxdeclare void @f()\0".getBytes(StandardCharsets.UTF_8));
        bytes.position(2).limit(bytes.capacity() - 1);

        ModuleInput content = (ModuleInput) InputReader.read(Input.of("memory", bytes));

        assertThat(content.name()).isEqualTo("memory");
        assertThat(content.modules().get(0).data().remaining()).isEqualTo(17);
        assertThat(content.modules().get(0).data().isReadOnly()).isTrue();
    }

    @Test
    void missingFilesFoldersAndEmptyFilesAreToldApart() throws IOException {
        Path empty = Files.createFile(folder.resolve("empty.o"));

        assertThat(failure(Input.of(folder.resolve("gone.o"))).problem()).isEqualTo(Problem.INPUT_MISSING);
        assertThat(failure(Input.of(folder)).problem()).isEqualTo(Problem.INPUT_IS_DIRECTORY);
        assertThat(failure(Input.of(empty)).problem()).isEqualTo(Problem.INPUT_EMPTY);
        assertThat(failure(Input.of(empty)).input()).isEqualTo(empty.toString());
        assertThat(failure(Input.of("buffer", ByteBuffer.allocate(0))).problem())
                .isEqualTo(Problem.INPUT_EMPTY);
    }

    @Test
    void refusesFilesLargerThanAMappingCanBe() throws IOException {
        Path huge = folder.resolve("huge.o");
        try (RandomAccessFile file = new RandomAccessFile(huge.toFile(), "rw")) {
            file.setLength(1L << 31);
        }

        Diagnostic failure = failure(Input.of(huge));

        assertThat(failure.problem()).isEqualTo(Problem.INPUT_UNREADABLE);
        assertThat(failure.detail()).contains("2 GB");
    }

    @ParameterizedTest
    @CsvSource({
        "696e74206d61696e, text",
        "cffaedfe07000001, a Mach-O file",
        "0061736d01000000, a WebAssembly module",
        "9feb010018000000, raw BTF",
        "0102030405060708090a, bytes 01 02 03 04 05 06 07 08",
        "00, bytes 00",
    })
    void describesWhatCantBeLinked(String hex, String description) {
        Diagnostic failure =
                failure(Input.of("a", ByteBuffer.wrap(HexFormat.of().parseHex(hex))));

        assertThat(failure.problem()).isEqualTo(Problem.INPUT_UNKNOWN_KIND);
        assertThat(failure.detail()).isEqualTo(description);
    }

    @Test
    void objectsWithoutBitcodeTellTheirUndefinedSymbolsOnce() {
        ByteBuffer object = new ElfBuilder(true, ByteOrder.LITTLE_ENDIAN)
                .symbol("wanted", 1, 0, 0, 0, 0)
                .symbol("weakly_wanted", 2, 0, 0, 0, 0)
                .symbol("wanted", 1, 0, 0, 0, 0)
                .symbol("absolute", 1, 0, 0xfff1, 0, 0)
                .build();

        assertThat(InputReader.read(Input.of("symbols.o", object)))
                .isInstanceOfSatisfying(ObjectWithoutBitcode.class, symbols -> assertThat(symbols.undefined())
                        .containsExactly("wanted"));
    }

    @Test
    void linkedElfFilesHaveNothingToLink() {
        ByteBuffer library =
                new ElfBuilder(true, ByteOrder.LITTLE_ENDIAN).ofType(3).build();

        assertThat(failure(Input.of("lib.so", library)).problem()).isEqualTo(Problem.INPUT_WITHOUT_BITCODE);
    }

    private static Diagnostic failure(Input input) {
        return catchThrowableOfType(LinkException.class, () -> InputReader.read(input))
                .diagnostic();
    }
}
