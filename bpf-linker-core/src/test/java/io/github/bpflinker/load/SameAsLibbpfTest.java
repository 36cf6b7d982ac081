package io.github.bpflinker.load;

import io.github.bpflinker.testing.Command;
import io.github.bpflinker.testing.HandedOver;
import io.github.bpflinker.testing.Root;
import io.github.bpflinker.testing.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The kernel gets the same of an object from this library and from libbpf (Debian's bpftool): every C file of the folder
 * {@code load} is loaded by both, and compared. What the corpus loads is compared by {@code CorpusTest}.
 */
class SameAsLibbpfTest {

    private static final Path SOURCES = Path.of("src/test/resources/load").toAbsolutePath();

    /** Objects that libbpf 1.1 or this kernel does not load, with the reason. */
    private static final Map<String, String> NOT_HERE = Map.of(
            "operations.bpf.c", "this kernel refuses struct_ops",
            "replacement.bpf.c", "freplace needs a program that is loaded");

    @TempDir
    private Path folder;

    static Stream<String> sources() throws IOException {
        try (Stream<Path> files = Files.list(SOURCES)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".bpf.c"))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("sources")
    void handsOver(String source) throws IOException {
        Root.require();
        Tool.BPFTOOL.require();
        Tool.LIBBPF_HEADERS.require();
        String reason = NOT_HERE.get(source);
        if (reason != null) {
            Assumptions.abort(reason);
        }
        Path object = folder.resolve(source.replace(".bpf.c", ".bpf.o"));
        Command.run(
                        folder,
                        List.of(
                                Tool.CLANG_19.require().toString(),
                                "--target=bpf",
                                "-O2",
                                "-g",
                                "-mcpu=v3",
                                "-I/usr/include/" + System.getProperty("os.arch").replace("amd64", "x86_64")
                                        + "-linux-gnu",
                                "-c",
                                SOURCES.resolve(source).toString(),
                                "-o",
                                object.toString()))
                .orFail();
        HandedOver.compare(folder, object, "");
    }
}
