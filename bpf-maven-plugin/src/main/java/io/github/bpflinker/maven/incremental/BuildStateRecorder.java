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
 * Collects the state of one build. Created before the build starts: an input that changes while it runs counts as
 * unseen, so that the next build looks again.
 */
public final class BuildStateRecorder {

    private final String key;
    private final long started;
    private final Map<Path, FileFingerprint> inputs = new LinkedHashMap<>();
    private final Set<Path> absent = new LinkedHashSet<>();
    private final List<FileFingerprint> outputs = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    /**
     * A recorder for a build that starts now.
     *
     * @param started nanoseconds since 1970 by the clock of the file system, which lags behind the system's; what
     *     changes from now on has a later time
     */
    BuildStateRecorder(String key, long started) {
        this.key = key;
        this.started = started;
    }

    /** Files that were read; they must be there. */
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
        // A time in the future comes from a clock that is not ours and says nothing.
        long now = TimeUnit.MILLISECONDS.toNanos(System.currentTimeMillis() + 1);
        return state.lastTouched() > started && state.lastTouched() < now;
    }

    /** Programs and libraries that were used: judged by their looks, because hashing them costs too much. */
    public BuildStateRecorder tools(Collection<Path> files) throws IOException {
        for (Path file : files) {
            inputs.put(file, FileFingerprint.ofLooks(file));
        }
        return this;
    }

    /** Files whose existence matters: those that are there are inputs, the others must stay away. */
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

    /** A file that the build itself may write, as cargo writes its lock: what it left is what it will find. */
    public BuildStateRecorder writtenByTheWay(Path file) throws IOException {
        if (Files.isRegularFile(file)) {
            inputs.put(file, FileFingerprint.ofContent(file, started));
        } else {
            absent.add(file);
        }
        return this;
    }

    /** Files that were not there and would have changed the result. */
    public BuildStateRecorder absent(Collection<Path> files) {
        absent.addAll(files);
        return this;
    }

    /** Files that were written: what packs or copies them may change their looks, but not their content. */
    public BuildStateRecorder outputs(Collection<Path> files) throws IOException {
        for (Path file : files) {
            outputs.add(FileFingerprint.ofContent(file, started));
        }
        return this;
    }

    /** A line to be found again in {@link BuildState#notes()}. */
    public BuildStateRecorder note(String line) {
        notes.add(line);
        return this;
    }

    public BuildState state() {
        return new BuildState(key, List.copyOf(inputs.values()), List.copyOf(absent), outputs, notes);
    }
}
