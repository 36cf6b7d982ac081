package io.github.bpflinker.machine;

import io.github.bpflinker.file.SystemReason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A Java runtime image with only the modules that the loader needs, and the class path of this library. */
public final class GuestRuntime {

    private static final String MODULES = "java.base,java.logging";
    private static final int LIMIT_SECONDS = 300;

    private GuestRuntime() {}

    /**
     * The runtime image of this Java, made once.
     *
     * @param cache a folder that only this user can write to
     * @throws IOException if it can't be written there
     */
    public static synchronized Path image(Path cache) throws IOException {
        Path image = cache.resolve("jre-" + Runtime.version().toString().replaceAll("[^0-9A-Za-z.]", "_"));
        if (Files.isDirectory(image)) {
            return image;
        }
        Path jlink = HostTools.jlink();
        Path fresh = Files.createTempDirectory(cache, "jlink");
        try {
            Path made = fresh.resolve("jre");
            HostTools.run(
                    fresh,
                    LIMIT_SECONDS,
                    List.of(
                            jlink.toString(),
                            "--add-modules",
                            MODULES,
                            "--strip-debug",
                            "--no-header-files",
                            "--no-man-pages",
                            "--output",
                            made.toString()));
            moveUnlessThere(made, image);
            return image;
        } finally {
            HostTools.delete(fresh);
        }
    }

    private static void moveUnlessThere(Path made, Path image) throws IOException {
        try {
            Files.move(made, image, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException e) {
            // Unless another process was faster.
            if (!Files.isDirectory(image)) {
                throw e;
            }
        }
    }

    /**
     * Adds the runtime image, with the libraries of this machine that it asks for, as {@code /jre}.
     *
     * @param folder takes temporary files
     * @throws IOException if the image can't be read
     */
    public static void addTo(Initramfs root, Path image, Path folder) throws IOException {
        Set<String> libraries = new TreeSet<>();
        try (Stream<Path> files = Files.walk(image)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                root.file("/jre/" + image.relativize(file), file);
                if (file.endsWith("bin/java") || file.toString().endsWith(".so")) {
                    libraries.addAll(HostTools.libraries(file, folder));
                }
            }
        }
        libraries.removeIf(library -> library.startsWith(image.toString()));
        libraries.forEach(library -> root.file(library, Path.of(library)));
    }

    /**
     * The jar that a class comes from, or one of its folder.
     *
     * @throws MachineException if it can't be read
     */
    public static byte[] jar(Class<?> type) {
        Path classes = Path.of(URI.create(
                type.getProtectionDomain().getCodeSource().getLocation().toString()));
        try {
            return Files.isRegularFile(classes) ? Files.readAllBytes(classes) : packed(classes);
        } catch (IOException e) {
            throw new MachineException(
                    "loading into other kernels needs " + classes + ", which can't be read: " + SystemReason.of(e), e);
        }
    }

    private static byte[] packed(Path classes) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        List<Path> files = new ArrayList<>();
        try (Stream<Path> walk = Files.walk(classes)) {
            walk.filter(Files::isRegularFile).sorted().forEach(files::add);
        }
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Path file : files) {
                ZipEntry entry = new ZipEntry(classes.relativize(file).toString());
                entry.setTime(0);
                zip.putNextEntry(entry);
                zip.write(Files.readAllBytes(file));
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}
