package io.github.bpflinker.maven.incremental;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What files look like during one goal: many objects read the same headers, and each is looked at once. */
public final class FileFingerprints {

    private final Map<Path, Optional<FileFingerprint>> known = new ConcurrentHashMap<>();

    /** The looks of a file; empty if it can't be looked at. */
    Optional<FileFingerprint> of(Path path) {
        return known.computeIfAbsent(path, FileFingerprints::look);
    }

    private static Optional<FileFingerprint> look(Path path) {
        try {
            return Optional.of(FileFingerprint.ofLooks(path));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
