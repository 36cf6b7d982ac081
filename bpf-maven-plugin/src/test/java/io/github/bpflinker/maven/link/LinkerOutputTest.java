package io.github.bpflinker.maven.link;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpflinker.diagnostic.Severity;
import io.github.bpflinker.maven.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinkerOutputTest {

    @TempDir
    Path folder;

    @Test
    void readsFindingsWithoutAPlace() {
        LinkerOutput output = LinkerOutput.parse("Warning: odd\nError: 'x' does not exist; check the path\n", folder);

        assertThat(output.findings())
                .containsExactly(
                        Finding.general(Severity.WARNING, "odd"),
                        Finding.general(Severity.ERROR, "'x' does not exist; check the path"));
        assertThat(output.firstError()).map(Finding::text).contains("'x' does not exist; check the path");
    }

    @Test
    void readsFindingsInASourceOfTheProject() throws IOException {
        Path source = Files.createFile(folder.resolve("a.bpf.c"));

        assertThat(LinkerOutput.parse("a.bpf.c:7:3: error: too much stack\n", folder)
                        .findings())
                .containsExactly(new Finding(Severity.ERROR, Optional.of(source), 7, 3, "too much stack"));
    }

    @Test
    void keepsThePlaceInTheTextWhereTheSourceIsElsewhere() {
        assertThat(LinkerOutput.parse("library/core/src/fmt.rs:7: error: no\n", folder)
                        .findings())
                .containsExactly(Finding.general(Severity.ERROR, "library/core/src/fmt.rs:7: no"));
    }

    @Test
    void learnsWhichLibraryWasUsed() {
        assertThat(LinkerOutput.parse("info: LLVM 22.1.8, system: /usr/lib/libLLVM.so.22.1\n", folder)
                        .library())
                .contains(Path.of("/usr/lib/libLLVM.so.22.1"));
    }

    @Test
    void takesTheEmbeddedLibraryForKnownByItsVersion() {
        assertThat(LinkerOutput.parse("info: LLVM 20.1.7, embedded: /cache/libLLVM.so.20.1\n", folder)
                        .library())
                .isEmpty();
    }

    @Property(tries = 200)
    void neverFailsWhateverIsPrinted(@ForAll String output) {
        LinkerOutput parsed = LinkerOutput.parse(output.replace("\0", ""), Path.of("/project"));

        assertThat(parsed.findings().size() + parsed.notes().size())
                .isEqualTo((int) output.replace("\0", "").lines().count());
    }
}
