package io.github.bpflinker.llvm.locate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.TimeUnit;

/**
 * Under which name the cache holds what a library said about itself: a changed library has another one.
 *
 * @param library the file, links resolved
 * @param size its bytes
 * @param modified when it was changed last, in nanoseconds
 */
record LibraryKey(Path library, long size, long modified) {

    static LibraryKey of(Path library) throws IOException {
        Path real = library.toRealPath();
        BasicFileAttributes attributes = Files.readAttributes(real, BasicFileAttributes.class);
        return new LibraryKey(
                real, attributes.size(), attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS));
    }

    /** A file name. Two libraries can share it, so files also hold {@link #text}. */
    String fileName(String suffix) {
        return library.getFileName() + "-" + Integer.toHexString(text().hashCode()) + suffix;
    }

    /** All of it on one line. */
    String text() {
        return size + " " + modified + " " + library;
    }
}
