package io.github.bpflinker.llvm.locate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.bpflinker.diagnostic.Diagnostic;
import io.github.bpflinker.diagnostic.LinkException;
import io.github.bpflinker.diagnostic.Problem;
import io.github.bpflinker.version.LlvmVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedLlvmTest {

    @TempDir
    Path folder;

    @Test
    void nothingIsUnpackedToKnowIt() {
        Path jar = MadeUpJar.complete().write(folder.resolve(MadeUpJar.NAME));
        Machine machine = new Machine(folder).classPath(jar);

        EmbeddedLlvm embedded =
                EmbeddedLlvm.find(machine.environment(), machine.cache()).orElseThrow();

        assertThat(embedded.version()).isEqualTo(new LlvmVersion(20, 1, 7));
        assertThat(embedded.jar()).isEqualTo(jar);
        assertThat(embedded.plannedLibrary()).startsWithRaw(machine.at("cache")).doesNotExist();
        assertThat(machine.at("cache")).isEmptyDirectory();
    }

    @Test
    void aJarWithoutTheFileIsAnErrorThatNamesBoth() {
        Path jar =
                MadeUpJar.complete().without(MadeUpJar.NATIVES + "libLLVM.so").write(folder.resolve(MadeUpJar.NAME));

        assertThat(failure(jar))
                .isEqualTo(Diagnostic.error(Problem.LLVM_UNUSABLE)
                        .withInput(jar.toString())
                        .withDetail("can't be unpacked to " + planned(jar) + ": no " + MadeUpJar.NATIVES
                                + "libLLVM.so in " + jar + "; get the jar anew"));
    }

    @Test
    void aJarThatIsNoneIsAnErrorInWords() throws IOException {
        Path jar = Files.writeString(folder.resolve(MadeUpJar.NAME), "<html>404</html>");

        assertThat(failure(jar).problem()).isEqualTo(Problem.LLVM_UNUSABLE);
        assertThat(failure(jar).detail())
                .startsWith("can't be unpacked to " + planned(jar) + ": ")
                .doesNotContain("java.", "Exception");
    }

    @Test
    void clangRunsAndFindsItsLibraries() throws Exception {
        EmbeddedClang clang = LlvmLocator.ofSystem().embedded().orElseThrow().clang();
        ProcessBuilder builder = clang.command(List.of("--target=bpf", "--version"));
        Path output = folder.resolve("version");

        Process process = builder.redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();

        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(output).content().contains("clang version " + clang.version(), "Target: bpf");
    }

    private Diagnostic failure(Path jar) {
        return catchThrowableOfType(LinkException.class, () -> embedded(jar).library())
                .diagnostic();
    }

    private Path planned(Path jar) {
        return embedded(jar).plannedLibrary();
    }

    private EmbeddedLlvm embedded(Path jar) {
        Machine machine = new Machine(folder).classPath(jar);
        return EmbeddedLlvm.find(machine.environment(), machine.cache()).orElseThrow();
    }
}
