package io.github.bpflinker.testing;

import com.sun.jna.Native;
import com.sun.jna.Platform;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;

/** The linker as users have it, launcher and jars, made of the classes under test and the jars of the class path. */
public final class Distribution {

    private static final List<String> LIBRARIES = List.of("jna-", "picocli-", "llvm-");

    private Distribution() {}

    /** Makes it in {@code home}, which exists and is empty; returns its launcher. */
    public static Path make(Path home) throws IOException {
        Path lib = Files.createDirectory(home.resolve("lib"));
        pack(Path.of("target/classes"), lib.resolve("bpf-linker-core.jar"));
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            Path jar = Path.of(entry);
            String name = String.valueOf(jar.getFileName());
            if (LIBRARIES.stream().anyMatch(name::startsWith)) {
                // One has 147 MB.
                Files.createSymbolicLink(lib.resolve(name), jar.toAbsolutePath());
            }
        }
        String dispatch = System.mapLibraryName("jnidispatch");
        try (var content =
                Native.class.getResourceAsStream("/com/sun/jna/" + Platform.RESOURCE_PREFIX + "/" + dispatch)) {
            Path folder = Files.createDirectory(lib.resolve("jna"));
            Files.copy(Objects.requireNonNull(content), folder.resolve(dispatch));
        }
        return launcher(home);
    }

    /** Copies the launcher alone. */
    public static Path launcher(Path home) throws IOException {
        Path launcher = Files.createDirectories(home.resolve("bin")).resolve("bpf-linker");
        Files.copy(Path.of("src/main/dist/bin/bpf-linker"), launcher);
        if (!launcher.toFile().setExecutable(true)) {
            throw new IOException("can't make " + launcher + " executable");
        }
        return launcher;
    }

    private static void pack(Path classes, Path jar) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        // The module descriptor is in META-INF/versions.
        manifest.getMainAttributes().put(Attributes.Name.MULTI_RELEASE, "true");
        try (var zip = new JarOutputStream(Files.newOutputStream(jar), manifest);
                var files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                zip.putNextEntry(
                        new ZipEntry(classes.relativize(file).toString().replace('\\', '/')));
                Files.copy(file, zip);
            }
        }
    }
}
