package io.github.bpflinker.machine;

import io.github.bpflinker.file.SystemReason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A kernel for a virtual machine.
 *
 * @param file the compressed image: {@code vmlinuz}, {@code bzImage}
 * @param configuration its configuration, if it lies beside it; loaders need it where the kernel does not carry its own
 */
public record KernelImage(Path file, Optional<Path> configuration) {

    private static final int DEPTH = 6;

    /**
     * The kernel that a path names: an image, or a folder with one, such as an unpacked package of a distribution.
     *
     * @throws MachineException if there is none
     */
    public static KernelImage of(Path path) {
        if (Files.isRegularFile(path)) {
            return new KernelImage(path.toAbsolutePath(), configuration(path.toAbsolutePath()));
        }
        if (!Files.isDirectory(path)) {
            throw new MachineException("there is no kernel image " + path
                    + "; name a vmlinuz or bzImage, or a folder with an unpacked kernel package");
        }
        try (Stream<Path> files = Files.find(
                path,
                DEPTH,
                (file, attributes) -> attributes.isRegularFile() && isImage(String.valueOf(file.getFileName())))) {
            Path image = files.sorted()
                    .findFirst()
                    .orElseThrow(() -> new MachineException(
                            "the folder " + path + " has no vmlinuz and no bzImage; name the image itself"));
            return of(image);
        } catch (UncheckedIOException e) {
            throw unsearchable(path, Objects.requireNonNull(e.getCause()));
        } catch (IOException e) {
            throw unsearchable(path, e);
        }
    }

    private static MachineException unsearchable(Path folder, IOException e) {
        return new MachineException(
                "the folder " + folder + " can't be searched for a kernel image: " + SystemReason.of(e)
                        + "; name the image itself",
                e);
    }

    private static boolean isImage(String name) {
        return name.equals("vmlinuz") || name.startsWith("vmlinuz-") || name.equals("bzImage");
    }

    private static Optional<Path> configuration(Path image) {
        String name = String.valueOf(image.getFileName());
        Path folder = Optional.ofNullable(image.getParent()).orElse(image);
        return Stream.of("config-" + name.replace("vmlinuz-", ""), "config")
                .map(folder::resolve)
                .filter(Files::isRegularFile)
                .findFirst();
    }

    /** The bytes of the image. */
    byte[] content() {
        return read(file, "the kernel image ");
    }

    /** The bytes of the configuration, if there is one. */
    Optional<byte[]> configurationContent() {
        return configuration.map(path -> read(path, "the kernel configuration "));
    }

    private static byte[] read(Path path, String what) {
        try {
            return Files.readAllBytes(path);
        } catch (IOException e) {
            throw new MachineException(
                    what + path + " can't be read: " + SystemReason.of(e)
                            + "; make it readable or name a copy that you can read",
                    e);
        }
    }
}
