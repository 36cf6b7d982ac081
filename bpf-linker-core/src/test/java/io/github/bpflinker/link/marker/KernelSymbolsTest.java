package io.github.bpflinker.link.marker;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpflinker.testing.Command;
import io.github.bpflinker.testing.Compiler;
import io.github.bpflinker.testing.Distribution;
import io.github.bpflinker.testing.JavaVm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Functions, variables and configuration of a kernel have the values in Rust that the system says. */
class KernelSymbolsTest {

    private static final Path SOURCE = Path.of("src/test/resources/markers/symbols.rs");

    /** The types of a kernel with which no kernel agrees. */
    private static final String OTHER_TYPES = """
            struct cpuinfo_x86 { short more; unsigned char x86; } cpu_info;
            void *bpf_cast_to_kern_ctx(void *object) { return object; }
            """;

    @TempDir
    private Path folder;

    private Path linked() throws IOException {
        Path types = Compiler.embeddedClang(
                folder, "types.o", OTHER_TYPES, "--target=bpfel", "-O2", "-g", "-ffile-prefix-map=" + folder + "=.");
        Path bitcode = Compiler.rustc(
                folder,
                "symbols.bc",
                Files.readString(SOURCE),
                "--crate-type=lib",
                "--emit=llvm-bc",
                "--edition=2024",
                "-Cdebuginfo=2");
        Path linked = folder.resolve("symbols.o");
        // rustc's bitcode takes another LLVM than the one of this process.
        String said = Command.run(
                        Distribution.make(Files.createDirectory(folder.resolve("linker")))
                                .toString(),
                        bitcode.toString(),
                        "--btf",
                        "--kernel-types=" + types,
                        "-o",
                        linked.toString())
                .orFail();
        assertThat(said).isEmpty();
        return linked;
    }

    @Test
    void areWhatIsTrueInLinux612(@TempDir Path machine) throws IOException {
        List<String> lines = JavaVm.require(JavaVm.DEBIAN_13).run(machine, SeenSymbols.class, List.of(linked()));
        assertThat(lines).anyMatch(line -> line.startsWith("variable without type: "));
        assertThat(lines).hasSize(10).allSatisfy(line -> {
            String[] values = line.substring(line.indexOf(": ") + 2).split(", ", -1);
            assertThat(values[0]).as(line).isEqualTo(values[1]);
        });
    }
}
