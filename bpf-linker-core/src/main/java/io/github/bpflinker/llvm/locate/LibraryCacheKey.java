package io.github.bpflinker.llvm.locate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.TimeUnit;

/**
 * The cache key of a library. It changes when the file changes.
 *
 * @param library the file, links resolved
 * @param size the size in bytes
 * @param modified the modification time in nanoseconds
 */
record LibraryCacheKey(Path library, long size, long modified) {

    static LibraryCacheKey of(Path library) throws IOException {
        Path real = library.toRealPath();
        BasicFileAttributes attributes = Files.readAttributes(real, BasicFileAttributes.class);
        return new LibraryCacheKey(
                real, attributes.size(), attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS));
    }

    /** The name of the cache file. It is not unique, so files also contain {@link #text}. */
    String fileName(String suffix) {
        return library.getFileName() + "-" + Integer.toHexString(text().hashCode()) + suffix;
    }

    /** All components in one line. */
    String text() {
        return size + " " + modified + " " + library;
    }
}
