package io.github.bpflinker.combine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpflinker.diagnostic.LinkException;
import io.github.bpflinker.elf.ElfFile;
import io.github.bpflinker.testing.Command;
import io.github.bpflinker.testing.Tool;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Objects are combined as libbpf's static linker ({@code bpftool gen object}) does it: pairs of C files of the folder
 * {@code combine}, and each C file of the folder {@code load} with the pair's first file of data.
 */
class SameAsBpftoolTest {

    private static final Path PAIRS = Path.of("src/test/resources/combine").toAbsolutePath();
    private static final Path LOADED = Path.of("src/test/resources/load").toAbsolutePath();

    /** What the libbpf 1.1 of Debian 12 refuses, and others take. */
    private static final Map<String, String> REFUSED_BY_OLD_LIBBPF =
            Map.of("kernel-functions", "1.1 asks for the size of a kernel's function that is declared twice");

    @TempDir
    private Path folder;

    static Stream<String> pairs() throws IOException {
        return names(PAIRS, ".one.c");
    }

    static Stream<String> loaded() throws IOException {
        return names(LOADED, ".bpf.c");
    }

    private static Stream<String> names(Path folder, String suffix) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(suffix))
                    .map(name -> name.substring(0, name.length() - suffix.length()))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void combinesPairs(String pair) throws IOException {
        List<Path> objects = List.of(
                compile(PAIRS.resolve(pair + ".one.c"), "one.o"), compile(PAIRS.resolve(pair + ".two.c"), "two.o"));
        if (REFUSED_BY_OLD_LIBBPF.containsKey(pair)) {
            ElfFile combined = ElfFile.read("combined", combine(objects).orElseThrow());
            assertThat(ObjectText.of(combined))
                    .filteredOn(line -> line.startsWith("in .ksyms"))
                    .containsExactly(
                            "in .ksyms +0 FUNC bpf_rcu_read_lock EXTERN size=0",
                            "in .ksyms +0 FUNC bpf_rcu_read_unlock EXTERN size=0");
        } else {
            compare(objects);
        }
    }

    @ParameterizedTest
    @MethodSource("loaded")
    void combinesWithData(String source) throws IOException {
        compare(List.of(
                compile(PAIRS.resolve("data.one.c"), "one.o"), compile(LOADED.resolve(source + ".bpf.c"), "two.o")));
    }

    private void compare(List<Path> objects) throws IOException {
        Path expected = folder.resolve("expected.o");
        List<String> command =
                new ArrayList<>(List.of(Tool.BPFTOOL.require().toString(), "gen", "object", expected.toString()));
        objects.forEach(object -> command.add(object.toString()));
        boolean combines = Command.run(folder, command).exitCode() == 0;

        Optional<ByteBuffer> combined = combine(objects);

        assertThat(combined.isPresent()).isEqualTo(combines);
        if (combines) {
            assertThat(ObjectText.of(ElfFile.read("combined", combined.orElseThrow())))
                    .isEqualTo(ObjectText.of(read(expected)));
        }
    }

    private static Optional<ByteBuffer> combine(List<Path> objects) throws IOException {
        List<ElfFile> files = new ArrayList<>();
        for (Path object : objects) {
            files.add(read(object));
        }
        try {
            return Optional.of(ObjectCombiner.combine(files, Set.of()).content());
        } catch (LinkException e) {
            return Optional.empty();
        }
    }

    private static ElfFile read(Path file) throws IOException {
        return ElfFile.read(file.toString(), ByteBuffer.wrap(Files.readAllBytes(file)));
    }

    private Path compile(Path source, String output) {
        Tool.LIBBPF_HEADERS.require();
        String machine = System.getProperty("os.arch").replace("amd64", "x86_64");
        Command.run(
                        folder,
                        List.of(
                                Tool.CLANG_19.require().toString(),
                                "--target=bpf",
                                "-O2",
                                "-g",
                                "-mcpu=v3",
                                "-I/usr/include/" + machine + "-linux-gnu",
                                "-c",
                                source.toString(),
                                "-o",
                                output))
                .orFail();
        return folder.resolve(output);
    }
}
