package io.github.bpflinker.llvm.locate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/**
 * The user's folder for what is expensive to make and can be made again: unpacked natives, what libraries said about
 * themselves. Several processes share it, so files appear in it by renaming only.
 */
public final class CacheFolder {

    private final Path root;

    private CacheFolder(Path root) {
        this.root = root;
    }

    /**
     * {@code $BPF_LINKER_CACHE}, else {@code bpf-linker} in the system's cache folder of the user. Created if missing;
     * where that is not possible, or the user has no home, a folder in the temporary one that only this user can enter.
     */
    public static CacheFolder of(LlvmEnvironment environment) {
        Path wanted = wanted(environment);
        return new CacheFolder(isUsable(wanted) ? wanted : temporary(environment.temporary()));
    }

    private static Path wanted(LlvmEnvironment environment) {
        Optional<Path> named = environment.ownVariable("BPF_LINKER_CACHE");
        if (named.isPresent()) {
            return named.get().toAbsolutePath().normalize();
        }
        Path home = environment.home();
        Path caches =
                switch (environment.host().os()) {
                    case LINUX -> environment.folderVariable("XDG_CACHE_HOME").orElse(home.resolve(".cache"));
                    case MACOSX -> home.resolve("Library").resolve("Caches");
                    case WINDOWS ->
                        environment
                                .folderVariable("LOCALAPPDATA")
                                .orElse(home.resolve("AppData").resolve("Local"));
                };
        return caches.resolve("bpf-linker");
    }

    private static boolean isUsable(Path folder) {
        try {
            // Of a user without a home Java says that it is "?".
            return folder.isAbsolute() && Files.isWritable(Files.createDirectories(folder));
        } catch (IOException e) {
            return false;
        }
    }

    /** Libraries are loaded from here: a folder that another user prepared must not be taken. */
    private static Path temporary(Path folder) {
        try {
            Path fixed = folder.resolve("bpf-linker-" + System.getProperty("user.name", "user"));
            boolean posix = Files.getFileStore(folder).supportsFileAttributeView("posix");
            if (!posix) {
                return Files.createDirectories(fixed);
            }
            var onlyMe = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
            try {
                return Files.createDirectory(fixed, onlyMe);
            } catch (FileAlreadyExistsException e) {
                return isMineAlone(fixed) ? fixed : Files.createTempDirectory(folder, "bpf-linker-", onlyMe);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("no folder for cached files can be created", e);
        }
    }

    private static boolean isMineAlone(Path folder) throws IOException {
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        Path mine = Files.createTempFile("bpf-linker", null);
        try {
            return Files.getOwner(folder).equals(Files.getOwner(mine))
                    && PosixFilePermissions.toString(Files.getPosixFilePermissions(folder))
                            .equals("rwx------");
        } finally {
            Files.delete(mine);
        }
    }

    /** An existing, writable folder. */
    public Path root() {
        return root;
    }

    /**
     * A folder in it, created if missing.
     *
     * @throws IOException if it can't be created
     */
    Path folder(String name) throws IOException {
        return Files.createDirectories(root.resolve(name));
    }

    /** What {@link #write} left, if it is there. */
    static Optional<String> read(Path file) {
        try {
            return Optional.of(Files.readString(file, StandardCharsets.UTF_8));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Writes a file so that others see all of it or nothing. */
    static void write(Path file, String content) throws IOException {
        Path parent = file.toAbsolutePath().getParent();
        Path partial = Files.createTempFile(parent, file.getFileName() + ".", ".tmp");
        try {
            Files.writeString(partial, content, StandardCharsets.UTF_8);
            Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(partial);
        }
    }
}
