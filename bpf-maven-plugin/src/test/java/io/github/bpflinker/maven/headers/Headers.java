package io.github.bpflinker.maven.headers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The headers under test, and the programs that use them. */
final class Headers {

    static final Path FOLDER =
            file("include/bpf/bpf_helpers.h").resolve("../..").normalize();
    static final Path PROGRAMS = file("headers/xdp.bpf.c").resolve("..").normalize();

    private Headers() {}

    /** Their names as one includes them. */
    static List<String> names() {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().endsWith(".h"))
                    .map(file -> FOLDER.relativize(file).toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Program> programs() {
        try (Stream<Path> files = Files.list(PROGRAMS)) {
            return files.filter(file -> file.toString().endsWith(".bpf.c"))
                    .sorted()
                    .flatMap(Program::variants)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path file(String name) {
        URL url = Objects.requireNonNull(Headers.class.getResource("/io/github/bpflinker/maven/" + name), name);
        try {
            return Path.of(url.toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
