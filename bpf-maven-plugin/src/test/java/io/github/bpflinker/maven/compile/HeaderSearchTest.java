package io.github.bpflinker.maven.compile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeaderSearchTest {

    @TempDir
    Path folder;

    @Test
    void searchesProjectsFoldersFirstAndBundledHeadersLast() throws IOException {
        Path include = Files.createDirectories(folder.resolve("include"));
        Path missing = folder.resolve("missing");
        Path bundled = folder.resolve("bundled");

        List<String> options = new HeaderSearch(List.of(include, missing), Optional.of(bundled), "amd64").options();

        assertThat(options).startsWith("-I", include.toString()).endsWith("-idirafter", bundled.toString());
        assertThat(options).doesNotContain(missing.toString());
    }

    @Test
    void namesTheFilesThatWouldBeReadInstead() throws IOException {
        Path first = Files.createDirectories(folder.resolve("first"));
        Path second = Files.createDirectories(folder.resolve("second"));
        Path source = Files.createDirectories(folder.resolve("src")).resolve("a.bpf.c");
        Files.createDirectories(first.resolve("x"));
        HeaderSearch search = new HeaderSearch(List.of(first, second), Optional.empty(), "none");

        assertThat(search.wouldShadow(source, List.of(source, second.resolve("x/y.h"))))
                .containsExactlyInAnyOrder(folder.resolve("src/x"), first.resolve("x/y.h"));
        assertThat(search.wouldShadow(source, List.of(source, first.resolve("x/y.h"))))
                .containsExactly(folder.resolve("src/x"));
    }

    @Test
    void knowsThatInstalledHeadersComeBeforeBundledOnes() {
        Path bundled = folder.resolve("bundled");
        HeaderSearch search = new HeaderSearch(List.of(), Optional.of(bundled), "none");

        assertThat(search.wouldShadow(folder.resolve("a.c"), List.of(bundled.resolve("not_there.h"))))
                .contains(Path.of("/usr/include/not_there.h"), Path.of("/usr/local/include/not_there.h"));
    }
}
