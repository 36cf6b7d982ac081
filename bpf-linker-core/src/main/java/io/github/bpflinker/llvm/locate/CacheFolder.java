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
 * The user's cache directory for data that is expensive to create: unpacked natives, properties of libraries. Several
 * processes share it, so files are created under a temporary name and renamed. Because libraries are loaded from it,
 * only the user and root may have write permission, and files of other users are not used.
 */
public final class CacheFolder {

    private static final FileAttribute<?> ONLY_ME =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private final Path root;
    private final Optional<FileTrustPolicy> owner;
    private final @Nullable Diagnostic warning;

    CacheFolder(Path root, Optional<FileTrustPolicy> owner, @Nullable Diagnostic warning) {
        this.root = root;
        this.owner = owner;
        this.warning = warning;
    }

    /**
     * Returns {@code $BPF_LINKER_CACHE} or, if that is not set, {@code bpf-linker} in the user's cache directory. It is
     * created if missing. A private directory in the temporary directory is used instead if it can't be created, if
     * others can write to it, if it is mounted {@code noexec}, or if the user has no home.
     */
    public static CacheFolder of(LlvmEnvironment environment) {
        return CacheFolderChoice.of(environment);
    }

    /** An existing, writable folder. */
    public Path root() {
        return root;
    }

    /** {@link Problem#CACHE_UNUSABLE} if this is not the requested directory. */
    public Optional<Diagnostic> warning() {
        return Optional.ofNullable(warning);
    }

    /** The {@code noexec} mount of this directory, if no directory without such a mount was found. */
    Optional<String> mountWithoutExecution() {
        return MountOptions.withoutExecution(root);
    }

    /**
     * Returns a directory in the cache, created if missing. An untrusted one is renamed first.
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

    /** Whether the directory exists and no other user can write to it or to its parents. */
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

    /** Creates a directory with permissions for the owner only, independent of the umask. */
    static void createForMe(Path folder) throws IOException {
        try {
            Files.createDirectories(folder, ONLY_ME);
        } catch (UnsupportedOperationException e) {
            Files.createDirectories(folder);
        }
    }

    /** Removes write permission of others, which a umask of 000 or the user may have granted. */
    static void closeToOthers(Path file) throws IOException {
        if (FileStatus.of(file).filter(FileStatus::isWritableByOthers).isPresent()) {
            Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
            permissions.removeAll(List.of(PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE));
            Files.setPosixFilePermissions(file, permissions);
        }
    }

    /** Renames a complete file to its final name. An existing entry that is not a file is renamed first. */
    static void replace(Path finished, Path target) throws IOException {
        if (Files.isDirectory(target, LinkOption.NOFOLLOW_LINKS)) {
            moveAside(target);
        }
        Files.move(finished, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void moveAside(Path file) throws IOException {
        Files.move(file, file.resolveSibling(file.getFileName() + ".of-others-" + System.nanoTime()));
    }

    /** The status of a file in the cache; empty if it does not exist or another user may have written it. */
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

    /** Reads a file written by {@link #write}, if it exists. */
    static Optional<String> read(Path file) {
        try {
            return Optional.of(Files.readString(file, StandardCharsets.UTF_8));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Writes a file atomically. */
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
