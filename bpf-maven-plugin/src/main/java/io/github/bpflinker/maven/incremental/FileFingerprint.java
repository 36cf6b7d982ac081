package io.github.bpflinker.maven.incremental;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a file looked like.
 *
 * @param path the file, absolute
 * @param size its bytes
 * @param modified nanoseconds since 1970
 * @param changed the change time, which unlike {@code modified} nobody can set; 0 where the file system has none
 * @param inode 0 where the file system has none
 * @param young whether it had changed so shortly before that another change might leave the same looks
 * @param hash of its content; empty for a file that is judged by its looks alone, such as a compiler
 */
public record FileFingerprint(
        Path path, long size, long modified, long changed, long inode, boolean young, String hash) {

    /** Stands for content that nobody has seen: never equal to that of a file. */
    static final String UNKNOWN = "unknown";

    /** The coarsest clock of a file system is that of FAT, which knows every other second. */
    static final long CLOCK_STEP = TimeUnit.SECONDS.toNanos(2);

    private static final Pattern INODE = Pattern.compile("ino=(\\d+)");
    private static final String UNIX = "unix";

    /**
     * Of a file that is judged by its content when its looks have changed.
     *
     * @param before a time by the clock of the file system before this moment, nanoseconds since 1970
     */
    static FileFingerprint ofContent(Path path, long before) throws IOException {
        // In this order: what changes in between gets a time that tells.
        String hash = Digest.ofFile(path);
        return ofLooks(path).withContent(hash, before);
    }

    /** Of a file that is judged by size, times and inode alone. */
    public static FileFingerprint ofLooks(Path path) throws IOException {
        BasicFileAttributes now = Files.readAttributes(path, BasicFileAttributes.class);
        return new FileFingerprint(
                path.toAbsolutePath(),
                now.size(),
                nanos(now.lastModifiedTime()),
                changeTime(path),
                inode(now.fileKey()),
                false,
                "");
    }

    private static long changeTime(Path path) throws IOException {
        if (!path.getFileSystem().supportedFileAttributeViews().contains(UNIX)) {
            return 0;
        }
        Map<String, Object> attributes = Files.readAttributes(path, UNIX + ":ctime");
        return attributes.get("ctime") instanceof FileTime time ? nanos(time) : 0;
    }

    private static long nanos(FileTime time) {
        return time.to(TimeUnit.NANOSECONDS);
    }

    private static long inode(Object key) {
        Matcher matcher = INODE.matcher(String.valueOf(key));
        return matcher.find() ? Long.parseLong(matcher.group(1)) : 0;
    }

    private FileFingerprint withContent(String itsHash, long before) {
        return new FileFingerprint(path, size, modified, changed, inode, lastTouched() > before - CLOCK_STEP, itsHash);
    }

    /** The same file, its content taken as unseen. */
    FileFingerprint distrusted() {
        return new FileFingerprint(path, size, modified, changed, inode, young, UNKNOWN);
    }

    /** When anything about the file changed last, as far as the file system tells. */
    long lastTouched() {
        return changed == 0 ? modified : changed;
    }

    boolean looksLike(FileFingerprint other) {
        return size == other.size && modified == other.modified && changed == other.changed && inode == other.inode;
    }

    /**
     * The file as it is now, if it still is what it was. Content is read only where the looks have changed or say
     * nothing; the result has the new looks then.
     *
     * @param clock gives a time by the clock of the file system, nanoseconds since 1970
     */
    Optional<FileFingerprint> stillTheSame(FileFingerprints looks, LongSupplier clock) {
        Optional<FileFingerprint> now = looks.of(path);
        if (now.isEmpty() || hash.equals(UNKNOWN)) {
            return Optional.empty();
        }
        if (looksLike(now.get()) && !young) {
            return Optional.of(this);
        }
        if (hash.isEmpty() || now.get().size != size) {
            return Optional.empty();
        }
        long before = clock.getAsLong();
        return hasSameContent() ? Optional.of(now.get().withContent(hash, before)) : Optional.empty();
    }

    private boolean hasSameContent() {
        try {
            return Files.isRegularFile(path) && Digest.ofFile(path).equals(hash);
        } catch (IOException e) {
            return false;
        }
    }
}
