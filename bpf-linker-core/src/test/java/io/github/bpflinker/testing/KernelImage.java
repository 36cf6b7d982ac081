package io.github.bpflinker.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * A kernel to start in a virtual machine: the file that the system property {@code bpf.kernelImage} names, or Debian's,
 * which is downloaded with apt once and kept in {@code ~/.cache/bpf-linker-tests}.
 */
final class KernelImage {

    private static final String PROPERTY = "bpf.kernelImage";
    private static final String PACKAGE = "linux-image-cloud-amd64";

    private KernelImage() {}

    /** The image; the calling test is skipped, or fails, if there is none. */
    static synchronized Path require() {
        String chosen = System.getProperty(PROPERTY, "");
        if (!chosen.isEmpty()) {
            return Path.of(chosen).toAbsolutePath();
        }
        Path cache = Path.of(System.getProperty("user.home"), ".cache", "bpf-linker-tests", PACKAGE);
        try {
            Optional<Path> image = find(cache);
            if (image.isEmpty()) {
                download(cache);
                image = find(cache);
            }
            return image.orElseGet(KernelImage::missing);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path missing() {
        String message = "needs " + PACKAGE + " (apt can't download it), or -D" + PROPERTY + "=PATH";
        if (Boolean.getBoolean("bpf.toolchain.required")) {
            throw new AssertionError(message);
        }
        return Assumptions.abort(message);
    }

    private static Optional<Path> find(Path cache) throws IOException {
        Path boot = cache.resolve("boot");
        if (!Files.isDirectory(boot)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.list(boot)) {
            return files.filter(file -> String.valueOf(file.getFileName()).startsWith("vmlinuz-"))
                    .findFirst();
        }
    }

    /** The package asks for another one, which holds the newest kernel. */
    private static void download(Path cache) throws IOException {
        if (!Files.isExecutable(Path.of("/usr/bin/apt-get"))) {
            return;
        }
        Files.createDirectories(cache);
        Path fresh = Files.createTempDirectory(cache, "fresh");
        try {
            String dependencies =
                    Command.run("apt-cache", "depends", "--important", PACKAGE).orFail();
            Optional<String> name = dependencies
                    .lines()
                    .map(String::strip)
                    .filter(line -> line.startsWith("Depends: linux-image-"))
                    .map(line -> line.substring(line.indexOf(' ') + 1))
                    .findFirst();
            if (name.isPresent()
                    && Command.run(fresh, List.of("apt-get", "download", name.get()))
                                    .exitCode()
                            == 0) {
                unpack(fresh, cache);
            }
        } finally {
            delete(fresh);
        }
    }

    private static void unpack(Path fresh, Path cache) throws IOException {
        try (Stream<Path> files = Files.list(fresh)) {
            for (Path file : files.toList()) {
                Path root = Files.createTempDirectory(fresh, "root");
                Command.run("dpkg", "-x", file.toString(), root.toString()).orFail();
                Files.move(root.resolve("boot"), cache.resolve("boot"));
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.delete(file);
            }
        }
    }
}
