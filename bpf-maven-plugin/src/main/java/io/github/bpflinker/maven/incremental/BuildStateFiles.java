package io.github.bpflinker.maven.incremental;

import io.github.bpflinker.maven.BuildLog;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;

/** The state files that one goal uses. Thread-safe. */
public final class BuildStateFiles {

    private final FileFingerprints looks = new FileFingerprints();
    private final AtomicBoolean told = new AtomicBoolean();
    private final BuildLog log;

    public BuildStateFiles(BuildLog log) {
        this.log = log;
    }

    /** The one at {@code file}. */
    public BuildStateFile at(Path file) {
        return new BuildStateFile(file, looks, this::tellOfDamage);
    }

    /** Says once that a file of this plugin's own holds what it did not write; more of them are seldom news. */
    public void tellOfDamage(Path file) {
        String sentence = file + " is damaged: what it knew is made anew";
        if (told.compareAndSet(false, true)) {
            log.warn(sentence);
        } else {
            log.debug(sentence);
        }
    }
}
