package io.github.bpflinker.maven.incremental;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** A cache of file metadata during a goal, so that headers shared by many objects are examined once. */
public final class FingerprintCache {

    private final Map<Path, Optional<FileFingerprint>> known = new ConcurrentHashMap<>();

    /** The metadata of a file; empty if it can't be read. */
    Optional<FileFingerprint> of(Path path) {
        return known.computeIfAbsent(path, FingerprintCache::look);
    }

    private static Optional<FileFingerprint> look(Path path) {
        try {
            return Optional.of(FileFingerprint.ofLooks(path));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
