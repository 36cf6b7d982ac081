package io.github.bpflinker.module;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpflinker.testing.Command;
import io.github.bpflinker.testing.Distribution;
import io.github.bpflinker.testing.Root;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Linking, loading and the command work where all jars are modules. */
class ModulePathTest {

    private static final String APPLICATION = """
            package app;

            import io.github.bpflinker.elf.BpfObject;
            import io.github.bpflinker.link.LinkRequest;
            import io.github.bpflinker.link.Linker;
            import io.github.bpflinker.load.BpfLoader;
            import io.github.bpflinker.load.LoadedObject;
            import java.nio.file.Path;

            public class Main {
                public static void main(String[] arguments) throws Exception {
                    Path object = Path.of(arguments[1]);
                    Linker.inProcess().link(LinkRequest.builder()
                            .input(Path.of(arguments[0]))
                            .output(object)
                            .btf(true)
                            .build());
                    System.out.println("linked by " + Linker.class.getModule());
                    if (arguments.length > 2) {
                        try (LoadedObject loaded = BpfLoader.of(BpfObject.read(object)).load()) {
                            System.out.println("loaded " + loaded.programs().size() + " program");
                        }
                    }
                }
            }
            """;

    @TempDir
    private Path folder;

    private Path libraries;

    @BeforeEach
    void layOut() throws IOException {
        Path home = Files.createDirectory(folder.resolve("home"));
        Distribution.make(home);
        libraries = home.resolve("lib");
    }

    @Test
    void theCommandFindsNativesOnTheModulePath() {
        assertThat(java(
                        "--add-modules",
                        "info.picocli",
                        "--module",
                        "io.github.bpflinker/io.github.bpflinker.cli.Main",
                        "llvm"))
                .containsPattern("(?m)^embedded +20\\.1\\.7 +yes ");
    }

    @Test
    void anApplicationLinks() throws IOException {
        assertThat(application("out.o")).contains("linked by module io.github.bpflinker");
    }

    @Test
    void anApplicationLoads() throws IOException {
        Root.require();

        assertThat(application("out.o", "load")).contains("loaded 1 program");
    }

    private String application(String... arguments) throws IOException {
        Path sources = Files.createDirectories(folder.resolve("source/app"));
        Path main = Files.writeString(sources.resolve("Main.java"), APPLICATION);
        Path descriptor = Files.writeString(
                sources.resolveSibling("module-info.java"), "module app { requires io.github.bpflinker; }");
        Path classes = folder.resolve("app");
        Command.run(
                        tool("javac"),
                        "-proc:none",
                        "--module-path",
                        libraries.toString(),
                        "-d",
                        classes.toString(),
                        main.toString(),
                        descriptor.toString())
                .orFail();
        Path input = Path.of("src/build/training-load.ll").toAbsolutePath();
        List<String> command = new ArrayList<>(List.of("--module", "app/app.Main", input.toString()));
        command.addAll(List.of(arguments));
        return java(command.toArray(String[]::new));
    }

    private String java(String... arguments) {
        List<String> command = new ArrayList<>(
                List.of(tool("java"), "--module-path", libraries + File.pathSeparator + folder.resolve("app")));
        command.addAll(List.of(arguments));
        return Command.run(folder, command).orFail();
    }

    private static String tool(String name) {
        return Path.of(System.getProperty("java.home"), "bin", name).toString();
    }
}
