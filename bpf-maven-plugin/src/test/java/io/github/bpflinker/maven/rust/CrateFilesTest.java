package io.github.bpflinker.maven.rust;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CrateFilesTest {

    @TempDir
    Path folder;

    private CrateFiles files() {
        return new CrateFiles(folder, new RustHome(Map.of("CARGO_HOME", "/cargo-home"), folder));
    }

    private Path write(String name, String content) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.resolveSibling(""));
        return Files.writeString(file, content);
    }

    @Test
    void looksWhereCargoLooksForConfiguration() {
        assertThat(files().configuration())
                .contains(
                        folder.resolve("Cargo.toml"),
                        folder.resolve(".cargo/config.toml"),
                        folder.resolveSibling("rust-toolchain.toml"),
                        folder.resolveSibling("Cargo.lock"),
                        Path.of("/cargo-home/config.toml"));
    }

    @Test
    void listsSourcesBecauseCargoFindsItsTargetsSo() throws IOException {
        write("src/main.rs", "");
        write("src/bin/two.rs", "");
        write("README.md", "");

        assertThat(files().listing()).containsExactly("src/bin/two.rs", "src/main.rs");
    }

    @Test
    void readsTheListBesideAnOutput() throws IOException {
        write("t/prog.d", "t/prog: " + folder + "/src/main.rs " + folder + "/src/text.txt\n");
        write("t/libx.d", "t/libx.a: " + folder + "/src/lib.rs\n");

        assertThat(files().sources(folder.resolve("t/prog")))
                .containsExactly(folder.resolve("src/main.rs"), folder.resolve("src/text.txt"));
        assertThat(files().sources(folder.resolve("t/libx.a"))).containsExactly(folder.resolve("src/lib.rs"));
    }

    @Test
    void readsNothingOutOfADamagedList() throws IOException {
        write("t/prog.d", "");
        byte[] garbage = {'x', ':', ' ', (byte) 0xff, 0, '\n'};
        Files.write(folder.resolve("t/prog.d"), garbage);
        write("t/deps/prog-0123.d", "");
        Files.write(folder.resolve("t/deps/prog-0123.d"), garbage);
        CrateFiles files = new CrateFiles(folder, new RustHome(Map.of(), folder));

        assertThat(files.sources(folder.resolve("t/prog"))).isEmpty();
        assertThat(CrateFiles.environmentOf(folder.resolve("t/prog"))).isEmpty();
    }

    @Test
    void findsTheManifestOfEachPackage() throws IOException {
        Path own = write("Cargo.toml", "");
        Path other = write("dep/Cargo.toml", "");

        assertThat(CrateFiles.manifests(List.of(
                        folder.resolve("src/main.rs"),
                        folder.resolve("src/deep/x.rs"),
                        folder.resolve("dep/src/lib.rs"))))
                .containsExactly(own, other);
    }

    @Test
    void noticesBuildScripts() throws IOException {
        Path plain = write("plain/Cargo.toml", "[package]\nname = \"x\"\n");
        Path named = write("named/Cargo.toml", "[package]\nbuild = \"make.rs\"\n");
        Path found = write("found/Cargo.toml", "");
        write("found/build.rs", "");

        assertThat(CrateFiles.hasBuildScript(plain)).isFalse();
        assertThat(CrateFiles.hasBuildScript(named)).isTrue();
        assertThat(CrateFiles.hasBuildScript(found)).isTrue();
    }

    @Test
    void noticesEnvironmentVariablesThatSourcesRead() throws IOException {
        write("t/deps/my_prog-0123.d", "x: src/main.rs\n# env-dep:LIMIT=3\n# env-dep:UNSET\n");

        List<String> variables = CrateFiles.environmentOf(folder.resolve("t/my-prog"));

        assertThat(variables).containsExactly("LIMIT=3", "UNSET");
        assertThat(variables).allMatch(each -> CrateFiles.holds(each, settings(Map.of("LIMIT", "3"))));
        assertThat(CrateFiles.holds("LIMIT=3", settings(Map.of("LIMIT", "4")))).isFalse();
        assertThat(CrateFiles.holds("UNSET", settings(Map.of("UNSET", "now")))).isFalse();
        assertThat(CrateFiles.holds("CARGO_PKG_NAME=x", settings(Map.of()))).isTrue();
    }

    private RustSettings settings(Map<String, String> environment) {
        return new RustSettings(
                Optional.empty(),
                Optional.empty(),
                "release",
                List.of(),
                List.of(),
                true,
                "auto",
                List.of(folder),
                environment);
    }
}
