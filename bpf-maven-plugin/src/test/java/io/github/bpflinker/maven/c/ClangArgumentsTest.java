package io.github.bpflinker.maven.c;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpflinker.maven.Endianness;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ClangArgumentsTest {

    private static final CSettings SETTINGS = new CSettings(
            List.of(),
            List.of(),
            SystemHeaderPosition.LAST,
            List.of("LIMIT=3"),
            List.of("-Wall"),
            TargetArch.ARM64,
            "v2",
            List.of(Path.of("/all/module"), Path.of("/all")));

    private static List<String> arguments(Endianness endianness, boolean withRust) {
        CSource source = new CSource("a", Path.of("/all/module/a.bpf.c"), endianness, withRust, Path.of("/o/a.bc"));
        return ClangArguments.of(
                source,
                SETTINGS,
                new IncludeFolders(List.of(), List.of(), Optional.empty(), SystemHeaderPosition.LAST, "none"));
    }

    @Test
    void tellsTargetArchitectureDefinesAndFlags() {
        assertThat(arguments(Endianness.BIG, false))
                .contains("--target=bpfeb", "-mcpu=v2", "-O2", "-g", "-D__TARGET_ARCH_arm64", "-DLIMIT=3", "-Wall")
                .doesNotContain("-disable-llvm-passes");
    }

    @Test
    void leavesOptimizationToTheLinkWhereRustIsMet() {
        assertThat(arguments(Endianness.LITTLE, true)).containsSequence("-Xclang", "-disable-llvm-passes");
    }

    @Test
    void writesNamesRelativeToTheProject() {
        assertThat(ClangArguments.prefixMaps(SETTINGS, Path.of("/h"), Optional.of(Path.of("/cache/llvm"))))
                .containsExactly(
                        "-ffile-compilation-dir=.",
                        "-ffile-prefix-map=/all/=../",
                        "-ffile-prefix-map=/all/module/=",
                        "-ffile-prefix-map=/cache/llvm/=clang/",
                        "-ffile-prefix-map=/h/=bpf-linker/");
    }
}
