package io.github.bpflinker.maven.c;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IncludeFoldersTest {

    @TempDir
    Path folder;

    private IncludeFolders search(SystemHeaderPosition system, Path... project) {
        return new IncludeFolders(
                List.of(project),
                List.of(folder.resolve("dependencies")),
                Optional.of(folder.resolve("bundled")),
                system,
                "none");
    }

    private Set<Path> shadows(IncludeFolders search, Path read, String... flags) {
        return search.wouldShadow(folder.resolve("src/a.bpf.c"), List.of(read), List.of(flags), folder);
    }

    @Test
    void searchesTheProjectThenDependenciesThenBundledThenInstalledHeaders() throws IOException {
        Path include = Files.createDirectories(folder.resolve("include"));
        Path missing = folder.resolve("missing");
        Path dependencies = Files.createDirectories(folder.resolve("dependencies"));
        Path bundled = folder.resolve("bundled");

        IncludeFolders search = search(SystemHeaderPosition.LAST, include, missing);

        assertThat(search.firstOptions()).containsExactly("-I", include.toString());
        assertThat(search.lastOptions())
                .containsExactly("-isystem", dependencies.toString(), "-isystem", bundled.toString());
    }

    @Test
    void searchesInstalledHeadersFirstOrNotAtAllIfToldSo() {
        String bundled = folder.resolve("bundled").toString();

        assertThat(search(SystemHeaderPosition.FIRST).lastOptions()).containsExactly("-idirafter", bundled);
        assertThat(search(SystemHeaderPosition.NONE).lastOptions())
                .containsExactly("-nostdlibinc", "-isystem", bundled);
    }

    @Test
    void namesTheFilesThatWouldBeReadInstead() throws IOException {
        Path first = Files.createDirectories(folder.resolve("first"));
        Path second = Files.createDirectories(folder.resolve("second"));
        Files.createDirectories(folder.resolve("src"));
        Files.createDirectories(first.resolve("x"));
        IncludeFolders search = search(SystemHeaderPosition.LAST, first, second);

        assertThat(shadows(search, second.resolve("x/y.h")))
                .containsExactlyInAnyOrder(folder.resolve("src/x"), first.resolve("x/y.h"));
        assertThat(shadows(search, first.resolve("x/y.h"))).containsExactly(folder.resolve("src/x"));
    }

    @Test
    void knowsTheFoldersInFlags() {
        Path bundled = folder.resolve("bundled/x.h");

        assertThat(shadows(
                        search(SystemHeaderPosition.LAST),
                        bundled,
                        "-Ione",
                        "-isystem",
                        "two",
                        "-Wall",
                        "-I",
                        "/three"))
                .contains(folder.resolve("one/x.h"), folder.resolve("two/x.h"), Path.of("/three/x.h"));
    }

    @Test
    void knowsWhetherInstalledHeadersComeBeforeBundledOnes() {
        Path bundled = folder.resolve("bundled/not_there.h");
        Path installed = Path.of("/usr/include/not_there.h");

        assertThat(shadows(search(SystemHeaderPosition.FIRST), bundled))
                .contains(installed, Path.of("/usr/local/include/not_there.h"));
        assertThat(shadows(search(SystemHeaderPosition.LAST), bundled)).doesNotContain(installed);
        assertThat(shadows(search(SystemHeaderPosition.LAST), installed))
                .contains(folder.resolve("bundled/not_there.h"));
        assertThat(shadows(search(SystemHeaderPosition.NONE), bundled)).doesNotContain(installed);
    }
}
