package io.github.bpflinker.llvm.locate;

import io.github.bpflinker.diagnostic.Diagnostic;
import io.github.bpflinker.diagnostic.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The user's folder for what is expensive to make and can be made again: unpacked natives, what libraries said about
 * themselves. Several processes share it, so files appear in it by renaming only. Libraries are loaded from it: nobody
 * but the user and root can write to it, and what others have put there is not taken.
 */
public final class CacheFolder {

    private static final FileAttribute<?> ONLY_ME =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private final Path root;
    private final Optional<ProcessOwner> owner;
    private final @Nullable Diagnostic warning;

    CacheFolder(Path root, Optional<ProcessOwner> owner, @Nullable Diagnostic warning) {
        this.root = root;
        this.owner = owner;
        this.warning = warning;
    }

    /**
     * {@code $BPF_LINKER_CACHE}, else {@code bpf-linker} in the system's cache folder of the user. Created if missing;
     * where that is not possible, somebody else can write to it, nothing in it can be executed, or the user has no home,
     * a folder in the temporary one that only this user can enter.
     */
    public static CacheFolder of(LlvmEnvironment environment) {
        return CacheFolderChoice.of(environment);
    }

    /** An existing, writable folder. */
    public Path root() {
        return root;
    }

    /** {@link Problem#CACHE_UNUSABLE} if this is not the folder that the user wants. */
    public Optional<Diagnostic> warning() {
        return Optional.ofNullable(warning);
    }

    /** The mount that does not let libraries in this folder be loaded, if there is no folder that does. */
    Optional<String> mountWithoutExecution() {
        return MountOptions.withoutExecution(root);
    }

    /**
     * A folder in it, created if missing. What somebody else has made in its place is moved aside.
     *
     * @param name relative, of one or more names
     * @throws IOException if it can't be created
     */
    public Path folder(String name) throws IOException {
        Path folder = root;
        for (Path part : Path.of(name)) {
            folder = folder.resolve(part);
            if (!isOwn(folder)) {
                if (isOfAnother(folder)) {
                    moveAside(folder);
                }
                createForMe(folder);
            }
        }
        return folder;
    }

    /** Whether such a folder is there, and nobody else can write to it or to one above it. */
    boolean isOwn(String name) {
        try {
            Path folder = root;
            for (Path part : Path.of(name)) {
                folder = folder.resolve(part);
                if (!isOwn(folder)) {
                    return false;
                }
            }
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private boolean isOwn(Path folder) throws IOException {
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        if (owner.isEmpty()) {
            return true;
        }
        FileStatus status = FileStatus.of(folder).orElseThrow();
        if (owner.get().owns(status)) {
            closeToOthers(folder);
            return true;
        }
        return owner.get().trusts(status);
    }

    private boolean isOfAnother(Path file) throws IOException {
        if (owner.isEmpty() || !Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        return !owner.get().owns(FileStatus.of(file).orElseThrow());
    }

    /** With these permissions whatever the umask. */
    static void createForMe(Path folder) throws IOException {
        try {
            Files.createDirectories(folder, ONLY_ME);
        } catch (UnsupportedOperationException e) {
            Files.createDirectories(folder);
        }
    }

    /** For what was made under a umask of 000, or opened by hand. */
    static void closeToOthers(Path file) throws IOException {
        if (FileStatus.of(file).filter(FileStatus::isWritableByOthers).isPresent()) {
            Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
            permissions.removeAll(List.of(PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE));
            Files.setPosixFilePermissions(file, permissions);
        }
    }

    /** Puts a finished file in its place; what others have made there that is no file is moved aside. */
    static void replace(Path finished, Path target) throws IOException {
        if (Files.isDirectory(target, LinkOption.NOFOLLOW_LINKS)) {
            moveAside(target);
        }
        Files.move(finished, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void moveAside(Path file) throws IOException {
        Files.move(file, file.resolveSibling(file.getFileName() + ".of-others-" + System.nanoTime()));
    }

    /** What is known of a file of this folder; empty if it is not there, or somebody else may have written it. */
    Optional<FileStatus> trusted(Path file) {
        try {
            if (owner.isEmpty()) {
                return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                        ? Optional.of(FileStatus.withoutOwner(file))
                        : Optional.empty();
            }
            Optional<FileStatus> status = FileStatus.of(file);
            return status.filter(FileStatus::isFile).filter(owner.get()::trusts);
        } catch (IOException e) {
            return Optional.empty();
        }
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
            replace(partial, file);
        } finally {
            Files.deleteIfExists(partial);
        }
    }
}
