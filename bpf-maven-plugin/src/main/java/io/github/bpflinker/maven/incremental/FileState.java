package io.github.bpflinker.maven.incremental;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a file looked like.
 *
 * @param path the file, absolute
 * @param size its bytes
 * @param modified nanoseconds since 1970
 * @param inode 0 where the file system has none
 * @param hash of its content; empty for a file that is judged by its looks alone, such as a compiler
 */
public record FileState(Path path, long size, long modified, long inode, String hash) {

    /** Stands for content that nobody has seen: never equal to that of a file. */
    static final String UNKNOWN = "unknown";

    private static final Pattern INODE = Pattern.compile("ino=(\\d+)");

    /** Of a file that is judged by its content when its looks have changed. */
    public static FileState ofContent(Path path) throws IOException {
        FileState looks = ofLooks(path);
        return new FileState(looks.path, looks.size, looks.modified, looks.inode, Digest.ofFile(path));
    }

    /** Of a file that is judged by size, time and inode alone. */
    public static FileState ofLooks(Path path) throws IOException {
        BasicFileAttributes now = Files.readAttributes(path, BasicFileAttributes.class);
        return new FileState(
                path.toAbsolutePath(),
                now.size(),
                now.lastModifiedTime().to(TimeUnit.NANOSECONDS),
                inode(now.fileKey()),
                "");
    }

    private static long inode(Object key) {
        Matcher matcher = INODE.matcher(String.valueOf(key));
        return matcher.find() ? Long.parseLong(matcher.group(1)) : 0;
    }

    /** The same file, its content taken as unseen. */
    FileState distrusted() {
        return new FileState(path, size, modified, inode, UNKNOWN);
    }

    boolean looksLike(FileState other) {
        return size == other.size && modified == other.modified && inode == other.inode;
    }

    /**
     * The file as it is now, if it still is what it was. Content is read only where the looks have changed; the result
     * has the new looks then.
     */
    Optional<FileState> stillTheSame(FileLooks looks) {
        Optional<FileState> now = looks.of(path);
        if (now.isEmpty() || hash.equals(UNKNOWN)) {
            return Optional.empty();
        }
        if (looksLike(now.get())) {
            return Optional.of(this);
        }
        boolean same = !hash.isEmpty() && now.get().size == size && hasSameContent();
        return same
                ? Optional.of(new FileState(path, size, now.get().modified, now.get().inode, hash))
                : Optional.empty();
    }

    private boolean hasSameContent() {
        try {
            return Files.isRegularFile(path) && Digest.ofFile(path).equals(hash);
        } catch (IOException e) {
            return false;
        }
    }
}
