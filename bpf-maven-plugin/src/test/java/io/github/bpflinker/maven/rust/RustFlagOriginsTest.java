package io.github.bpflinker.maven.rust;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RustFlagOriginsTest {

    @TempDir
    Path folder;

    private Path leftOut(String... flags) throws IOException {
        return Files.write(folder.resolve("left-out"), List.of(flags));
    }

    @Test
    void takesTheFlagsThatCargoWouldTakeFromTheEnvironment() {
        assertThat(RustFlagOrigins.ofEnvironment(Map.of("RUSTFLAGS", " -C  opt-level=2 ")))
                .containsExactly("-C", "opt-level=2");
        assertThat(RustFlagOrigins.ofEnvironment(
                        Map.of("RUSTFLAGS", "-Dwarnings", "CARGO_ENCODED_RUSTFLAGS", "--cfg\u001ffeature=\"a b\"")))
                .containsExactly("--cfg", "feature=\"a b\"");
        assertThat(RustFlagOrigins.ofEnvironment(Map.of())).isEmpty();
        Map<String, String> environment = new HashMap<>(Map.of("RUSTFLAGS", "", "PATH", "/bin"));
        RustFlagOrigins.takeOut(environment);
        assertThat(environment).containsOnlyKeys("PATH");
    }

    @Test
    void namesTheVariableOrTheFileAndItsSection() throws IOException {
        Path near = Files.writeString(folder.resolve("near.toml"), """
                build.rustflags = "-C target-cpu=native"
                """);
        Path far = Files.writeString(folder.resolve("far.toml"), """
                [profile.release]
                debug = 1 # rustflags
                [target.'cfg(all())']
                rustflags = [
                    "-C", "link-arg=-fuse-ld=mold", # faster
                    "-C", "target-feature=+avx2,+fma",
                ]
                [alias]
                x = "-C split-debuginfo=packed"
                """);
        Map<String, String> environment = Map.of(
                "CARGO_BUILD_RUSTFLAGS", "-Zsanitizer=address", "CARGO_TARGET_BPFEL_UNKNOWN_NONE_RUSTFLAGS", "-l c");
        RustFlagOrigins origins = new RustFlagOrigins(environment, List.of(near, far, folder.resolve("none.toml")));

        assertThat(origins.leftOut(leftOut(
                        "-C target-cpu=native",
                        "-C target-cpu=native",
                        "-C link-arg=-fuse-ld=mold",
                        "-C target-feature=+fma",
                        "-Z sanitizer=address",
                        "-C split-debuginfo=packed")))
                .contains("-C target-cpu=native (from " + near + ")"
                        + ", -C link-arg=-fuse-ld=mold (from [target.'cfg(all())'] of " + far + ")"
                        + ", -C target-feature=+fma (from [target.'cfg(all())'] of " + far + ")"
                        + ", -Z sanitizer=address (from CARGO_BUILD_RUSTFLAGS), -C split-debuginfo=packed");
        assertThat(origins.leftOut(folder.resolve("nothing"))).isEmpty();
    }

    @Test
    void hintsAtEveryPlaceWhenRustcFails() throws IOException {
        Path file = Files.writeString(folder.resolve("config.toml"), "[build]\nrustflags = ['-Dwarnings']\n");

        assertThat(new RustFlagOrigins(Map.of("RUSTFLAGS", "-C nonsense"), List.of(file)).hint())
                .isEqualTo("; flags for rustc come from RUSTFLAGS, [build] of " + file);
        assertThat(new RustFlagOrigins(Map.of(), List.of()).hint()).isEmpty();
    }
}
