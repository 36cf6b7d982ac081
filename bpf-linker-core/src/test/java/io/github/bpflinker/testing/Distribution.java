package io.github.bpflinker.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.jna.Native;
import com.sun.jna.Platform;
import io.github.bpflinker.llvm.locate.Host;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/** A distribution as {@code mvn package} makes it, of the classes under test and the jars of the class path. */
final class Distribution {

    private Distribution() {}

    /** Makes it in {@code home}, which exists; returns its launcher. */
    static Path make(Path home) throws IOException {
        Path lib = home.resolve("lib");
        Files.createDirectories(lib.resolve("jna"));
        jarOf(Path.of("target/classes"), lib.resolve("bpf-linker-core.jar"));
        String dispatch = System.mapLibraryName("jnidispatch");
        try (var content =
                Native.class.getResourceAsStream("/com/sun/jna/" + Platform.RESOURCE_PREFIX + "/" + dispatch)) {
            Files.copy(Objects.requireNonNull(content), lib.resolve("jna").resolve(dispatch));
        }
        return launcher(home);
    }

    /** Copies the launcher alone. */
    static Path launcher(Path home) throws IOException {
        Path launcher = Files.createDirectories(home.resolve("bin")).resolve("bpf-linker");
        Files.copy(Path.of("src/main/dist/bin/bpf-linker"), launcher);
        assertThat(launcher.toFile().setExecutable(true)).isTrue();
        return launcher;
    }

    /** A jar that names those it needs instead of having them beside it: one has 147 MB. */
    private static void jarOf(Path classes, Path jar) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, libraries());
        try (var zip = new JarOutputStream(Files.newOutputStream(jar), manifest);
                var files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                zip.putNextEntry(
                        new ZipEntry(classes.relativize(file).toString().replace('\\', '/')));
                Files.copy(file, zip);
            }
        }
    }

    private static String libraries() {
        return jars("(picocli|jna)-\\d.*")
                .map(entry -> entry.toUri().toString())
                .collect(Collectors.joining(" "));
    }

    /** The natives of the embedded LLVM, which a class path has to name itself. */
    static Path natives() {
        return jars("llvm-\\d.*-"
                        + Host.of(System.getProperty("os.name"), System.getProperty("os.arch"))
                                .classifier() + ".jar")
                .findFirst()
                .orElseThrow();
    }

    private static Stream<Path> jars(String name) {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .map(Path::of)
                .filter(entry -> String.valueOf(entry.getFileName()).matches(name));
    }
}
