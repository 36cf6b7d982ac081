package io.github.bpflinker.llvm.locate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpflinker.testing.Command;
import io.github.bpflinker.testing.Distribution;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar of LLVM has a module of its own, which no other requires: it is found by its file. */
class ModulePathTest {

    @TempDir
    private Path folder;

    @Test
    void nativesAreFoundOnTheModulePath() throws IOException {
        Path home = Files.createDirectory(folder.resolve("home"));
        Distribution.make(home);
        Command.Outcome run = Command.run(
                folder,
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--module-path",
                        home.resolve("lib").toString(),
                        "--add-modules",
                        "com.sun.jna,info.picocli",
                        "--module",
                        "bpf.linker.core/io.github.bpflinker.cli.Main",
                        "llvm"));

        assertThat(run.orFail()).containsPattern("(?m)^embedded +20\\.1\\.7 +yes ");
    }
}
