package io.github.bpflinker.corpus;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/**
 * The linker as users have it, launcher and jars, made of the classes under test. The system property
 * {@code bpf.corpus.linker} names another command to run the corpus against.
 */
record Distribution(Path command) {

    /** With a blank, as users' folders have. */
    private static final Path HOME = Path.of("target", "linker of the corpus");

    private static final List<String> LIBRARIES = List.of("jna-", "picocli-", "llvm-");

    /** Lays the linker out in a folder of the build, unless another is asked for. */
    static Distribution create() throws IOException {
        String other = System.getProperty("bpf.corpus.linker");
        if (other != null) {
            return new Distribution(Path.of(other).toAbsolutePath());
        }
        Path lib = emptied(HOME.resolve("lib"));
        Path launcher = emptied(HOME.resolve("bin")).resolve("bpf-linker");
        Files.copy(Path.of("src/main/dist/bin/bpf-linker"), launcher);
        if (!launcher.toFile().setExecutable(true)) {
            throw new IOException("can't make " + launcher + " executable");
        }
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            Path file = Path.of(entry);
            if (LIBRARIES.stream().anyMatch(file.getFileName().toString()::startsWith)) {
                Files.createSymbolicLink(lib.resolve(file.getFileName()), file);
            } else if (Files.exists(file.resolve("io/github/bpflinker/cli/Main.class"))) {
                pack(file, lib.resolve("bpf-linker-core.jar"));
            }
        }
        return new Distribution(launcher.toAbsolutePath());
    }

    private static Path emptied(Path folder) throws IOException {
        Files.createDirectories(folder);
        try (Stream<Path> old = Files.list(folder)) {
            for (Path file : old.toList()) {
                Files.delete(file);
            }
        }
        return folder;
    }

    private static void pack(Path classes, Path jar) throws IOException {
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream content = new JarOutputStream(file);
                Stream<Path> entries = Files.walk(classes)) {
            for (Path entry : entries.filter(Files::isRegularFile).toList()) {
                content.putNextEntry(
                        new JarEntry(classes.relativize(entry).toString().replace('\\', '/')));
                Files.copy(entry, content);
                content.closeEntry();
            }
        }
    }
}
