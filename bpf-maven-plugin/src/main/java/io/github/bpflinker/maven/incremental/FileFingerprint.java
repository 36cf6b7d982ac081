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
 * The fingerprint of a file: its metadata and the digest of its content.
 *
 * @param path the file, absolute
 * @param size its size in bytes
 * @param modified the modification time in nanoseconds since 1970
 * @param changed the change time, which programs can't set; 0 if the file system has none
 * @param inode the inode number; 0 if the file system has none
 * @param young whether it changed so recently that another change could result in the same metadata
 * @param hash the digest of its content; empty for a file that is compared by metadata only, such as a compiler
 */
public record FileFingerprint(
        Path path, long size, long modified, long changed, long inode, boolean young, String hash) {

    /** The digest of unknown content, which is not equal to that of any file. */
    static final String UNKNOWN = "unknown";

    /** The coarsest resolution of a file system's clock: two seconds, on FAT. */
    static final long CLOCK_STEP = TimeUnit.SECONDS.toNanos(2);

    private static final Pattern INODE = Pattern.compile("ino=(\\d+)");
    private static final String UNIX = "unix";

    /**
     * Creates a fingerprint with a digest of the content.
     *
     * @param before an earlier time of the file system's clock, in nanoseconds since 1970
     */
    static FileFingerprint ofContent(Path path, long before) throws IOException {
        // In this order, so that a change in between is detected by its time.
        String hash = Digest.ofFile(path);
        return ofLooks(path).withContent(hash, before);
    }

    /** Creates a fingerprint of metadata only: size, times and inode. */
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

    /** Returns a copy with unknown content. */
    FileFingerprint distrusted() {
        return new FileFingerprint(path, size, modified, changed, inode, young, UNKNOWN);
    }

    /** The time of the last change of content or metadata. */
    long lastTouched() {
        return changed == 0 ? modified : changed;
    }

    boolean looksLike(FileFingerprint other) {
        return size == other.size && modified == other.modified && changed == other.changed && inode == other.inode;
    }

    /**
     * Returns the current fingerprint if the file is unchanged. The content is read only if the metadata has changed or
     * is not conclusive.
     *
     * @param clock supplies the time of the file system's clock, in nanoseconds since 1970
     */
    Optional<FileFingerprint> stillTheSame(FingerprintCache looks, LongSupplier clock) {
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
