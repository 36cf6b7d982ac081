package io.github.bpflinker.maven.incremental;

import io.github.bpflinker.maven.BuildLog;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;

/** The state files of a goal, with a common cache of fingerprints. Thread-safe. */
public final class BuildStateFiles {

    private final FingerprintCache looks = new FingerprintCache();
    private final AtomicBoolean told = new AtomicBoolean();
    private final BuildLog log;

    public BuildStateFiles(BuildLog log) {
        this.log = log;
    }

    /** Returns the state file at {@code file}. */
    public BuildStateFile at(Path file) {
        return new BuildStateFile(file, looks, this::tellOfDamage);
    }

    /** Logs that an internal file of the plugin is damaged, once for each instance. */
    public void tellOfDamage(Path file) {
        String sentence = file + " is damaged and will be recreated";
        if (told.compareAndSet(false, true)) {
            log.warn(sentence);
        } else {
            log.debug(sentence);
        }
    }
}
