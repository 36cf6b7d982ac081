package io.github.bpflinker.maven.incremental;

import io.github.bpflinker.maven.BuildLog;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;

/** The state files that one goal uses. Thread-safe. */
public final class StateFiles {

    private final FileLooks looks = new FileLooks();
    private final AtomicBoolean told = new AtomicBoolean();
    private final BuildLog log;

    public StateFiles(BuildLog log) {
        this.log = log;
    }

    /** The one at {@code file}. */
    public StateFile at(Path file) {
        return new StateFile(file, looks, this::tellOfDamage);
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
