package io.github.bpflinker.kernel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** A folder of the BPF file system that is there as long as this object is open, and no longer than the process. */
final class PinFolder implements AutoCloseable {

    private final Path path;
    private final Thread atExit;

    private PinFolder(Path path) {
        this.path = path;
        this.atExit = new Thread(() -> {
            try {
                remove(path);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** A new, empty one; none if this process may not create it. */
    static Optional<PinFolder> create(Path fileSystem) throws IOException {
        try {
            // The BPF file system takes no dots in names.
            Path path = Files.createDirectory(fileSystem.resolve("bpf-linker-" + UUID.randomUUID()));
            PinFolder folder = new PinFolder(path);
            Runtime.getRuntime().addShutdownHook(folder.atExit);
            return Optional.of(folder);
        } catch (AccessDeniedException e) {
            return Optional.empty();
        } catch (FileSystemException e) {
            String reason = e.getReason();
            if (reason != null && (reason.contains("not permitted") || reason.contains("Read-only"))) {
                return Optional.empty();
            }
            throw e;
        }
    }

    Path path() {
        return path;
    }

    /** The names of what is pinned in it, sorted. */
    List<String> names() throws IOException {
        try (Stream<Path> pins = Files.list(path)) {
            return pins.map(pin -> String.valueOf(pin.getFileName())).sorted().toList();
        }
    }

    @Override
    public void close() throws IOException {
        remove(path);
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException e) {
            // The process is ending; the hook finds nothing left to remove.
            return;
        }
    }

    private static void remove(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> pins = Files.list(folder)) {
            for (Path pin : pins.toList()) {
                Files.deleteIfExists(pin);
            }
        }
        Files.deleteIfExists(folder);
    }
}
