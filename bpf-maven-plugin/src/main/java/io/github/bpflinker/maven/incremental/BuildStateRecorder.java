package io.github.bpflinker.maven.incremental;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Records the state of a build step. Created before the step starts: an input that changes during the step gets an
 * unknown fingerprint, so that the next build repeats the step.
 */
public final class BuildStateRecorder {

    private final String key;
    private final long started;
    private final Map<Path, FileFingerprint> inputs = new LinkedHashMap<>();
    private final Set<Path> absent = new LinkedHashSet<>();
    private final List<FileFingerprint> outputs = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    /**
     * Creates a recorder for a step that starts now.
     *
     * @param started the time of the file system's clock in nanoseconds since 1970, which can lag behind the system's
     *     clock; later changes have a later time
     */
    BuildStateRecorder(String key, long started) {
        this.key = key;
        this.started = started;
    }

    /** Adds files that were read. They must exist. */
    public BuildStateRecorder inputs(Collection<Path> files) throws IOException {
        for (Path file : files) {
            Path path = file.toAbsolutePath().normalize();
            if (!inputs.containsKey(path)) {
                FileFingerprint state = FileFingerprint.ofContent(path, started);
                inputs.put(path, changedMeanwhile(state) ? state.distrusted() : state);
            }
        }
        return this;
    }

    private boolean changedMeanwhile(FileFingerprint state) {
        // A time in the future is from another clock and is ignored.
        long now = TimeUnit.MILLISECONDS.toNanos(System.currentTimeMillis() + 1);
        return state.lastTouched() > started && state.lastTouched() < now;
    }

    /**
     * Adds programs and libraries that were used. They are compared by metadata only, because hashing them is too slow.
     */
    public BuildStateRecorder tools(Collection<Path> files) throws IOException {
        for (Path file : files) {
            inputs.put(file, FileFingerprint.ofLooks(file));
        }
        return this;
    }

    /** Adds files whose existence affects the result: existing ones as inputs, others as absent. */
    public BuildStateRecorder candidates(Collection<Path> files) throws IOException {
        for (Path file : files) {
            if (Files.isRegularFile(file)) {
                inputs(List.of(file));
            } else {
                absent.add(file);
            }
        }
        return this;
    }

    /** Adds a file that the step both reads and writes, such as cargo's lock file, with its final content. */
    public BuildStateRecorder writtenByTheWay(Path file) throws IOException {
        if (Files.isRegularFile(file)) {
            inputs.put(file, FileFingerprint.ofContent(file, started));
        } else {
            absent.add(file);
        }
        return this;
    }

    /** Adds files that did not exist and would have changed the result. */
    public BuildStateRecorder absent(Collection<Path> files) {
        absent.addAll(files);
        return this;
    }

    /**
     * Adds files that were written. Later changes of their metadata, as by copying, are ignored; changes of content are
     * not.
     */
    public BuildStateRecorder outputs(Collection<Path> files) throws IOException {
        for (Path file : files) {
            outputs.add(FileFingerprint.ofContent(file, started));
        }
        return this;
    }

    /** Adds a line to {@link BuildState#notes()}. */
    public BuildStateRecorder note(String line) {
        notes.add(line);
        return this;
    }

    public BuildState state() {
        return new BuildState(key, List.copyOf(inputs.values()), List.copyOf(absent), outputs, notes);
    }
}
