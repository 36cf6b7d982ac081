package io.github.bpflinker.maven.rust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.bpflinker.maven.BuildFailure;
import io.github.bpflinker.maven.Endianness;
import io.github.bpflinker.maven.MachineReason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** With programs that answer as rustc does, so that every machine has the same ones. */
@DisabledOnOs(OS.WINDOWS)
class RustToolchainSelectorTest {

    private static final String STABLE = "rustc 1.95.0 (x 2026-01-01)\nLLVM version: 22.1.2";
    private static final String NIGHTLY = "rustc 1.97.0-nightly (x 2026-01-01)\nLLVM version: 22.1.4";

    @TempDir
    Path folder;

    private Path toolchain(String name, String version) throws IOException {
        Path root = folder.resolve(name);
        Path bin = Files.createDirectories(root.resolve("bin"));
        program(bin.resolve("rustc"), "case $1 in -vV) echo '" + version + "' ;; *) echo " + root + " ;; esac");
        program(bin.resolve("cargo"), "exit 0");
        return root;
    }

    private static void program(Path file, String script) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + script + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    private static void addCore(Path toolchain, String target) throws IOException {
        Path libraries = Files.createDirectories(
                toolchain.resolve("lib/rustlib").resolve(target).resolve("lib"));
        Files.createFile(libraries.resolve("libcore-0123.rlib"));
    }

    private RustToolchain choose(List<Path> toolchains, Endianness endianness) {
        Path compiler = toolchains.get(0).resolve("bin/rustc");
        RustSettings settings = new RustSettings(
                toolchains.size() == 1 ? Optional.of(compiler) : Optional.empty(),
                Optional.empty(),
                "release",
                List.of(),
                List.of(),
                true,
                "auto",
                List.of(folder),
                Map.of());
        String path =
                String.join(":", toolchains.stream().map(each -> each + "/bin").toList());
        RustHome home = new RustHome(Map.of("PATH", path), folder.resolve("home"));
        return new RustToolchainSelector(settings, home, new RecordedLog()).choose("probe", folder, endianness);
    }

    @Test
    void prefersTheFirstThatCanBuildForBpf() throws IOException {
        Path useless = toolchain("useless", STABLE);
        Path able = toolchain("able", STABLE);
        addCore(able, "bpfel-unknown-none");

        RustToolchain chosen = choose(List.of(useless, able), Endianness.LITTLE);

        assertThat(chosen.rustc()).isEqualTo(able.resolve("bin/rustc"));
        assertThat(chosen.cargo()).isEqualTo(able.resolve("bin/cargo"));
        assertThat(chosen.prebuiltCore()).isTrue();
        assertThat(chosen.llvm()).map(Object::toString).contains("22.1.2");
    }

    @Test
    void takesANightlyThatHasTheSourcesOfCore() throws IOException {
        Path nightly = toolchain("nightly", NIGHTLY);
        Files.createDirectories(nightly.resolve("lib/rustlib/src/rust/library/core"));

        assertThat(choose(List.of(nightly), Endianness.LITTLE).prebuiltCore()).isFalse();
    }

    @Test
    void saysWhyNoneCan() throws IOException {
        Path stable = toolchain("stable", STABLE);
        Files.createDirectories(stable.resolve("lib/rustlib/src/rust/library/core"));

        BuildFailure failure =
                catchThrowableOfType(BuildFailure.class, () -> choose(List.of(stable), Endianness.LITTLE));

        assertThat(failure.reason()).isInstanceOf(MachineReason.RustcWithoutBpf.class);
        assertThat(failure).hasMessageContaining("not a nightly");
    }

    @Test
    void wantsACoreForTheByteOrderThatIsBuilt() throws IOException {
        Path little = toolchain("little", STABLE);
        addCore(little, "bpfel-unknown-none");

        assertThat(catchThrowableOfType(BuildFailure.class, () -> choose(List.of(little), Endianness.BIG))
                        .reason())
                .isInstanceOf(MachineReason.RustcWithoutBpf.class);
    }
}
