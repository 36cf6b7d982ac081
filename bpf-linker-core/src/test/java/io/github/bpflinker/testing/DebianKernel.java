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
 * A kernel to start in a virtual machine: one of Debian's, downloaded with apt once and kept in {@code
 * ~/.cache/bpf-linker-tests}. The file that the system property {@code bpf.kernelImage} names takes the place of that of
 * Debian 12.
 */
final class DebianKernel {

    private static final String PROPERTY = "bpf.kernelImage";

    private DebianKernel() {}

    /**
     * The image; the calling test is skipped, or fails, if there is none.
     *
     * @param name of the package, which asks for another one that has the kernel
     */
    static synchronized Path require(String name) {
        String chosen = System.getProperty(PROPERTY, "");
        if (!chosen.isEmpty() && name.equals(JavaVm.DEBIAN_12)) {
            return Path.of(chosen).toAbsolutePath();
        }
        try {
            Path cache = cache().resolve(name).resolve("unpacked");
            Optional<Path> image = find(cache);
            if (image.isEmpty()) {
                download(name, cache);
                image = find(cache);
            }
            return image.orElseGet(
                    () -> missing("needs " + name + " (apt can't download it), or -D" + PROPERTY + "=PATH"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What tests keep from run to run. */
    static Path cache() throws IOException {
        return Files.createDirectories(Path.of(System.getProperty("user.home"), ".cache", "bpf-linker-tests"));
    }

    /** Skips the calling test, or lets it fail, with what it needs. */
    static Path missing(String message) {
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

    /** The package that it asks for has the kernel. */
    private static void download(String name, Path cache) throws IOException {
        if (!Files.isExecutable(Path.of("/usr/bin/apt-get"))) {
            return;
        }
        Files.createDirectories(cache);
        Path fresh = Files.createTempDirectory(cache, "fresh");
        try {
            String dependencies =
                    Command.run("apt-cache", "depends", "--important", name).output();
            Optional<String> kernel = dependencies
                    .lines()
                    .map(String::strip)
                    .filter(line -> line.startsWith("Depends: linux-image-"))
                    .map(line -> line.substring(line.indexOf(' ') + 1))
                    .findFirst();
            if (kernel.isPresent()
                    && Command.run(fresh, List.of("apt-get", "download", kernel.get()))
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
                for (String folder : List.of("lib", "usr", "boot")) {
                    if (Files.exists(root.resolve(folder))) {
                        Files.move(root.resolve(folder), cache.resolve(folder));
                    }
                }
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
