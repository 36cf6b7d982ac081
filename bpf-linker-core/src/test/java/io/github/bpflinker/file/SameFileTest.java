package io.github.bpflinker.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SameFileTest {

    @TempDir
    Path folder;

    @Test
    void findsAFileByEachOfItsNames() throws IOException {
        Path file = Files.writeString(folder.resolve("a.bc"), "text");
        Path symbolic = Files.createSymbolicLink(folder.resolve("symbolic.bc"), file);
        Path hard = Files.createLink(folder.resolve("hard.bc"), file);

        assertThat(SameFile.is(file, file)).isTrue();
        assertThat(SameFile.is(file, folder.resolve("../" + folder.getFileName() + "/a.bc")))
                .isTrue();
        assertThat(SameFile.is(file, symbolic)).isTrue();
        assertThat(SameFile.is(symbolic, file)).isTrue();
        assertThat(SameFile.is(file, hard)).isTrue();
    }

    @Test
    void tellsFilesApartThatOnlyLookAlike() throws IOException {
        Path file = Files.writeString(folder.resolve("a.bc"), "text");
        Path copy = Files.copy(file, folder.resolve("b.bc"));

        assertThat(SameFile.is(file, copy)).isFalse();
        assertThat(SameFile.is(file, folder.resolve("missing.bc"))).isFalse();
        assertThat(SameFile.is(folder.resolve("missing.bc"), folder.resolve("missing.bc")))
                .isFalse();
        assertThat(SameFile.is(folder, folder)).isFalse();
    }
}
