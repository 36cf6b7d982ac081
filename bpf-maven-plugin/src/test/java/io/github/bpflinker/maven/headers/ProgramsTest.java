package io.github.bpflinker.maven.headers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Programs as people write them, through every compiler and into the kernel. */
class ProgramsTest {

    private static final Path BPF_FILES = Path.of("/sys/fs/bpf");

    @TempDir
    private static Path shared;

    @TempDir
    private Path folder;

    @BeforeAll
    static void writeVmlinux() {
        Machine.writeVmlinux(shared);
    }

    static List<Program> programs() {
        return Headers.programs();
    }

    static List<Program> programsWithInstalledTypes() {
        return programs().stream()
                .filter(program -> program.types() == Program.Types.UAPI)
                .toList();
    }

    static List<Program> programsWithOurTypes() {
        return programs().stream()
                .filter(program -> program.types() != Program.Types.VMLINUX)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("programs")
    void compileWithEachCompiler(Program program) {
        for (Clang clang : Machine.clangs()) {
            assertThat(compile(clang, program, List.of("-target", "bpfel", "-std=c11"), List.of()))
                    .as(clang.toString())
                    .isEqualTo(new Run(0, ""));
        }
    }

    @ParameterizedTest
    @MethodSource("programsWithOurTypes")
    void compileForBigEndian(Program program) {
        assertThat(compile(Machine.clang(), program, List.of("-target", "bpfeb", "-std=gnu11"), List.of()))
                .isEqualTo(new Run(0, ""));
    }

    @ParameterizedTest
    @MethodSource("programsWithInstalledTypes")
    void compileWithInstalledKernelHeadersFoundFirst(Program program) throws IOException {
        Machine.require(Machine.INSTALLED.resolve("linux/bpf.h"));
        List<String> first = List.of(
                "-I",
                ourBpfHeaders().toString(),
                "-isystem",
                Machine.INSTALLED.toString(),
                "-isystem",
                Machine.MULTIARCH.toString());
        Run run = compile(Machine.clang(), program, List.of("-target", "bpfel", "-std=gnu17"), first);
        assertThat(run).isEqualTo(new Run(0, ""));
    }

    @ParameterizedTest
    @MethodSource("programs")
    void loadIntoTheKernel(Program program) throws IOException {
        Machine.require(Machine.BPFTOOL);
        if (!Files.isWritable(BPF_FILES) || !System.getProperty("user.name").equals("root")) {
            Machine.missing("root and a BPF file system at " + BPF_FILES);
        }
        Run compiled = compile(Machine.clang(), program, List.of("-target", "bpfel"), List.of());
        assertThat(compiled).isEqualTo(new Run(0, ""));
        Path pins = BPF_FILES.resolve("headers-" + ProcessHandle.current().pid() + "-" + program.hashCode());
        try {
            Run loaded = Run.of(List.of(
                    Machine.BPFTOOL.toString(),
                    "prog",
                    "loadall",
                    folder.resolve("program.o").toString(),
                    pins.toString()));
            assertThat(loaded.status()).as(loaded.output()).isZero();
        } finally {
            unpin(pins);
        }
    }

    private Run compile(Clang clang, Program program, List<String> target, List<String> first) {
        List<String> options = new ArrayList<>(target);
        options.addAll(first);
        options.addAll(program.options(shared));
        options.addAll(List.of("-idirafter", Headers.FOLDER.toString()));
        return clang.compile(program.source(), folder.resolve("program.o"), options);
    }

    /** Our bpf headers alone, to be found before libbpf's own in /usr/include. */
    private Path ourBpfHeaders() throws IOException {
        Path copy = Files.createDirectories(folder.resolve("first/bpf"));
        try (Stream<Path> headers = Files.list(Headers.FOLDER.resolve("bpf"))) {
            for (Path header : headers.toList()) {
                Files.copy(header, copy.resolve(header.getFileName()));
            }
        }
        return folder.resolve("first");
    }

    private static void unpin(Path pins) throws IOException {
        if (!Files.exists(pins)) {
            return;
        }
        try (Stream<Path> all = Files.walk(pins)) {
            for (Path pin : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(pin);
            }
        }
    }
}
