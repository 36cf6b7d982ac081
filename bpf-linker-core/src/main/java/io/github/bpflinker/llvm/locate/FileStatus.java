package io.github.bpflinker.llvm.locate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The status of a file ({@code lstat(2)}); symbolic links are not followed.
 *
 * @param mode type and permissions, as in {@code st_mode}
 * @param owner the user id
 * @param inode the inode number
 * @param size the size in bytes
 * @param modified the modification time in nanoseconds, which programs can set
 * @param changed the change time in nanoseconds, which only the system sets
 */
record FileStatus(int mode, int owner, long inode, long size, long modified, long changed) {

    private static final int TYPE = 0170000;
    private static final int FOLDER = 0040000;
    private static final int FILE = 0100000;
    private static final int LINK = 0120000;
    private static final int STICKY = 01000;
    private static final int GROUP_WRITES = 0020;
    private static final int OTHERS_WRITE = 0002;
    private static final int GROUP_AND_OTHERS = 0077;

    private static final String ATTRIBUTES = "unix:mode,uid,ino,size,lastModifiedTime,ctime";

    /** The status of a file; empty where files have no owner and mode, as on Windows. */
    static Optional<FileStatus> of(Path file) throws IOException {
        try {
            Map<String, Object> status = Files.readAttributes(file, ATTRIBUTES, LinkOption.NOFOLLOW_LINKS);
            return Optional.of(new FileStatus(
                    value(status, "mode", Integer.class),
                    value(status, "uid", Integer.class),
                    value(status, "ino", Long.class),
                    value(status, "size", Long.class),
                    value(status, "lastModifiedTime", FileTime.class).to(TimeUnit.NANOSECONDS),
                    value(status, "ctime", FileTime.class).to(TimeUnit.NANOSECONDS)));
        } catch (UnsupportedOperationException e) {
            return Optional.empty();
        }
    }

    private static <T> T value(Map<String, Object> status, String name, Class<T> type) {
        return type.cast(Objects.requireNonNull(status.get(name), name));
    }

    /** The status of a file on systems without owners. */
    static FileStatus withoutOwner(Path file) throws IOException {
        BasicFileAttributes status = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        long modified = status.lastModifiedTime().to(TimeUnit.NANOSECONDS);
        return new FileStatus(FILE, 0, 0, status.size(), modified, modified);
    }

    boolean isFolder() {
        return (mode & TYPE) == FOLDER;
    }

    boolean isFile() {
        return (mode & TYPE) == FILE;
    }

    boolean isLink() {
        return (mode & TYPE) == LINK;
    }

    /** Whether all users can write to it. In a sticky directory users can't replace files of others. */
    boolean isOpenToAll() {
        return (mode & OTHERS_WRITE) != 0 && !(isFolder() && (mode & STICKY) != 0);
    }

    /** Whether only the owner has permissions. */
    boolean isClosed() {
        return (mode & GROUP_AND_OTHERS) == 0;
    }

    /** Whether users other than the owner have write permission. */
    boolean isWritableByOthers() {
        return (mode & (GROUP_WRITES | OTHERS_WRITE)) != 0;
    }
}
