package io.github.bpflinker.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpflinker.link.Linker;
import io.github.bpflinker.testing.Compiler;
import io.github.bpflinker.testing.Tool;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a user reads when a real link fails. */
class LinkFailureTest {

    @Test
    void saysWhoWroteBitcodeThatIsTooNewAndWhichLlvmReadIt(@TempDir Path folder) {
        String source = "__attribute__((section(\"xdp\"))) int pass(int *ctx) { return ctx[0]; }";
        Path input = Compiler.clang(Tool.CLANG_22, folder, "a.bc", source, "--target=bpfel", "-O2", "-g", "-emit-llvm");
        Path output = folder.resolve("a.o");
        Run run = Run.of(
                new Cli((request, onPhase) -> Linker.inProcess().link(request, onPhase)),
                "--llvm=embedded",
                "-o",
                output.toString(),
                input.toString());
        List<String> lines = run.err().lines().toList();
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(lines).hasSize(2);
        assertThat(lines.get(0))
                .startsWith("Error: '" + input + "', written by 'LLVM22.")
                .contains("Invalid record");
        assertThat(lines.get(1))
                .startsWith("Warning: '" + input + "' was written by LLVM22.")
                .contains("newer than the requested LLVM, embedded 20.1.7");
        assertThat(output).doesNotExist();
    }
}
