package io.github.bpflinker.btf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.bpflinker.diagnostic.LinkException;
import io.github.bpflinker.diagnostic.Problem;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BtfFileTest {

    @TempDir
    Path folder;

    @Test
    void readsElfAndBareSectionsByTheirContent() throws IOException {
        Path object = BtfSamples.compile(BtfSamples.source("core.c"), "bpfeb", folder);
        BtfFile elf = BtfFile.read(object, null);
        Path bare = Files.write(folder.resolve("bare.o"), BtfWriter.write(elf.btf()));

        assertThat(elf.ext()).isPresent();
        assertThat(elf.btf().order()).isEqualTo(ByteOrder.BIG_ENDIAN);
        assertThat(BtfFile.read(bare, null).btf()).isEqualTo(elf.btf());
        assertThat(BtfFile.read(bare, null).ext()).isEmpty();
    }

    @Test
    void saysWhyAFileHasNoBtf() throws IOException {
        Path source = Files.writeString(folder.resolve("plain.c"), "int x;\n");
        Path object = BtfSamples.compile(source, "bpf", folder, "-g0");
        Path empty = Files.createFile(folder.resolve("empty"));
        Path text = Files.writeString(folder.resolve("text"), "no BTF at all");

        fails(object, Problem.BTF_INVALID, "no .BTF section");
        fails(text, Problem.BTF_INVALID, "offset 0: .BTF starts with 0x6e6f, no BTF magic");
        fails(empty, Problem.INPUT_EMPTY, null);
        fails(folder, Problem.INPUT_IS_DIRECTORY, null);
        fails(folder.resolve("missing"), Problem.INPUT_MISSING, null);
    }

    @Test
    void refusesABaseOfTheOtherByteOrder() throws IOException {
        Btf base = Btf.of("base", ByteOrder.BIG_ENDIAN, List.of(new BtfType.Float("f", 4)));
        Path file = Files.write(
                folder.resolve("little"), BtfWriter.write(Btf.of("little", ByteOrder.LITTLE_ENDIAN, List.of())));

        assertThatExceptionOfType(LinkException.class)
                .isThrownBy(() -> BtfFile.read(file, base))
                .satisfies(e -> assertThat(e.diagnostic().detail())
                        .isEqualTo("offset 0: LITTLE_ENDIAN, but its base is BIG_ENDIAN"));
    }

    private static void fails(Path file, Problem problem, @Nullable String detail) {
        assertThatExceptionOfType(LinkException.class)
                .isThrownBy(() -> BtfFile.read(file, null))
                .satisfies(e -> {
                    assertThat(e.diagnostic().problem()).isEqualTo(problem);
                    assertThat(e.diagnostic().input()).isEqualTo(file.toString());
                    assertThat(e.diagnostic().detail()).isEqualTo(detail);
                });
    }
}
