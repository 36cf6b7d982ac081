package io.github.bpflinker.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.InvalidPathException;
import java.util.List;
import org.junit.jupiter.api.Test;

class UndecodableFileNamesTest {

    @Test
    void saysWhichArgumentIsNotInTheEncodingOfFileNames() {
        assertThat(UndecodableFileNames.undecoded(List.of("a.bc", "caf\uFFFD.bc"), "/home/me", "UTF-8"))
                .contains("Error: 'caf\uFFFD.bc' is not UTF-8, and Java opens no file that is named so; rename it");
    }

    @Test
    void saysThatNothingInTheCurrentFolderCanBeOpened() {
        assertThat(UndecodableFileNames.undecoded(List.of("a.bc"), "/home/caf\uFFFD", "UTF-8"))
                .hasValueSatisfying(line -> assertThat(line)
                        .startsWith("Error: Java opens no files in the current folder, '/home/caf\uFFFD', because ")
                        .endsWith("; rename it"));
    }

    @Test
    void theRemedyOfALocaleThatKnowsOnlyAsciiIsAnotherLocale() {
        assertThat(UndecodableFileNames.undecoded(List.of("caf\uFFFD\uFFFD.bc"), "/home/me", "ANSI_X3.4-1968"))
                .hasValueSatisfying(
                        line -> assertThat(line).endsWith("; set LC_ALL to a locale of UTF-8, such as C.UTF-8"));
    }

    @Test
    void takesWhatIsUtf8() {
        assertThat(UndecodableFileNames.undecoded(List.of("größe.bc", "日本.o"), "/home/müller", "UTF-8"))
                .isEmpty();
    }

    @Test
    void aNameThatNoSystemHasIsToldWithoutARemedy() {
        assertThat(UndecodableFileNames.line(new InvalidPathException("a\0b", "Nul character not allowed")))
                .isEqualTo("Error: no file can be named 'a\0b': Nul character not allowed");
    }
}
