package io.github.bpflinker.load;

import io.github.bpflinker.testing.Command;
import io.github.bpflinker.testing.Tool;
import java.nio.file.Path;
import java.util.List;

/** The C files of {@code src/test/resources/load}, compiled. */
final class LoadObjects {

    static final Path SOURCES = Path.of("src/test/resources/load").toAbsolutePath();

    private LoadObjects() {}

    /** The program of {@code load-by-libbpf.c}, in a folder. */
    static Path libbpf(Path folder) {
        Path program = folder.resolve("load-by-libbpf");
        Tool.LIBBPF_HEADERS.require();
        Command.run(
                        Tool.CLANG_19.require().toString(),
                        "-O1",
                        SOURCES.resolve("load-by-libbpf.c").toString(),
                        "-o",
                        program.toString(),
                        "-lbpf")
                .orFail();
        return program;
    }

    /** The object of a source, in a folder. */
    static Path compile(Tool clang, Path folder, String source) {
        Path object = folder.resolve(source.replace(".bpf.c", ".bpf.o"));
        String machine = System.getProperty("os.arch").replace("amd64", "x86_64");
        Tool.LIBBPF_HEADERS.require();
        Command.run(
                        folder,
                        List.of(
                                clang.require().toString(),
                                "--target=bpf",
                                "-O2",
                                "-g",
                                "-mcpu=v3",
                                "-I/usr/include/" + machine + "-linux-gnu",
                                "-c",
                                SOURCES.resolve(source).toString(),
                                "-o",
                                object.toString()))
                .orFail();
        return object;
    }
}
