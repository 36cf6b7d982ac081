package io.github.bpflinker.maven.project;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpflinker.maven.Endianness;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnitListTest {

    private static final List<LinkUnit> UNITS = List.of(
            new LinkUnit("one", "crate", Endianness.LITTLE, true, List.of(Path.of("/a b.bc"), Path.of("/c.a"))),
            new LinkUnit("two", "two", Endianness.BIG, false, List.of()));

    @TempDir
    Path folder;

    @Test
    void readsWhatItWrote() {
        Path file = folder.resolve("deep/units");
        UnitList.write(file, UNITS);

        assertThat(UnitList.read(file)).contains(UNITS);
    }

    @Test
    void isNotThereBeforeAnythingWasCompiled() {
        assertThat(UnitList.read(folder.resolve("units"))).isEmpty();
    }

    @Test
    void keepsAFileThatSaysTheSame() throws IOException {
        Path file = folder.resolve("units");
        UnitList.write(file, UNITS);
        FileTime time = FileTime.fromMillis(1_000_000_000_000L);
        Files.setLastModifiedTime(file, time);

        UnitList.write(file, UNITS);

        assertThat(Files.getLastModifiedTime(file)).isEqualTo(time);
    }

    @Test
    void takesADamagedFileForNone() throws IOException {
        Path file = folder.resolve("units");
        Files.write(file, new byte[] {'u', 'n', 'i', 't', '\t', (byte) 0xff, '\n'});

        assertThat(UnitList.read(file)).isEmpty();
        UnitList.write(file, UNITS);
        assertThat(UnitList.read(file)).contains(UNITS);
    }
}
