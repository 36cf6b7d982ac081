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
 * What the system says of a file, in one call; links are not followed.
 *
 * @param mode type and permissions, as {@code stat(2)} has them
 * @param owner the user id
 * @param inode its number
 * @param size its bytes
 * @param modified when its content was changed last, in nanoseconds, as whoever wrote it likes
 * @param changed when anything of it was changed last, in nanoseconds, as the system saw it
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

    /** Empty where files have no owner and no mode, as on Windows. */
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

    /** Where files have no owner: what there is. */
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

    /** Whether all users may write it; of a sticky folder, they can't replace what is not theirs. */
    boolean isOpenToAll() {
        return (mode & OTHERS_WRITE) != 0 && !(isFolder() && (mode & STICKY) != 0);
    }

    /** Whether nobody but the owner may do anything with it. */
    boolean isClosed() {
        return (mode & GROUP_AND_OTHERS) == 0;
    }

    /** Whether anybody but the owner may write it. */
    boolean isWritableByOthers() {
        return (mode & (GROUP_WRITES | OTHERS_WRITE)) != 0;
    }
}
