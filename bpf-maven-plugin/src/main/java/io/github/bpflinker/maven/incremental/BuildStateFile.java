package io.github.bpflinker.maven.incremental;

import io.github.bpflinker.maven.BuildFailure;
import io.github.bpflinker.maven.MachineReason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Stores a {@link BuildState} in a text file with one entry per line: a letter, then fields separated by tabs, the path
 * last. An invalid file is treated as missing.
 */
public final class BuildStateFile {

    private static final String FORM = "bpf-state 2";
    private static final int FIELDS = 7;
    private static final int LONGEST_TICK_MILLIS = 20;

    private final Path file;
    private final ChecksummedTextFile kept;
    private final FingerprintCache looks;
    private final Consumer<Path> damage;

    /**
     * @param looks the cache of fingerprints
     * @param damage called for an invalid file
     */
    BuildStateFile(Path file, FingerprintCache looks, Consumer<Path> damage) {
        this.file = file;
        this.kept = new ChecksummedTextFile(file, FORM);
        this.looks = looks;
        this.damage = damage;
    }

    /** Reads the state; empty if there is none or it is not up to date. */
    public Optional<BuildState> readIfCurrent(String key) {
        Optional<BuildState> known = read();
        Optional<BuildState> current = known.flatMap(state -> state.ifCurrent(key, looks, this::clock));
        current.filter(state -> !state.equals(known.get())).ifPresent(this::write);
        return current;
    }

    Optional<BuildState> read() {
        ChecksummedTextFile.Content content = kept.read();
        if (content instanceof ChecksummedTextFile.Content.Lines good) {
            return Optional.of(parse(good.lines()));
        }
        if (content instanceof ChecksummedTextFile.Content.Damaged) {
            damage.accept(file);
        }
        return Optional.empty();
    }

    /** Stores the state. */
    public void write(BuildState state) {
        List<String> lines = new ArrayList<>();
        lines.add("k\t" + state.key());
        state.inputs().forEach(input -> lines.add("i\t" + fields(input)));
        state.outputs().forEach(output -> lines.add("o\t" + fields(output)));
        state.absent().forEach(path -> lines.add("a\t" + path));
        state.notes().forEach(note -> lines.add("n\t" + note));
        kept.write(lines);
    }

    /** Deletes the state before a build and starts recording the next one. */
    public BuildStateRecorder begin(String key) {
        try {
            ChecksummedTextFile.remove(file);
        } catch (IOException e) {
            throw BuildFailure.unwritable(file, e);
        }
        return new BuildStateRecorder(key, afterATick());
    }

    /** The current time of the file system's clock, which has a coarse resolution. */
    private long clock() {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Path now = file.resolveSibling(file.getFileName() + ".now");
            ChecksummedTextFile.remove(now);
            Files.createFile(now);
            long time = Files.getLastModifiedTime(now).to(TimeUnit.NANOSECONDS);
            Files.delete(now);
            return time;
        } catch (IOException e) {
            throw BuildFailure.unwritable(file, e);
        }
    }

    /**
     * Waits for a tick of the file system's clock and returns a time after all earlier changes and before all later
     * ones.
     */
    private long afterATick() {
        long first = clock();
        for (int waited = 0; waited < LONGEST_TICK_MILLIS; waited++) {
            long next = clock();
            if (next > first) {
                return next - 1;
            }
            try {
                Thread.sleep(1);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new BuildFailure(new MachineReason.Interrupted("waiting for the clock"), e);
            }
        }
        // With a coarse clock, files written just before must not be considered changed during the build.
        return first;
    }

    private static String fields(FileFingerprint state) {
        return String.join(
                "\t",
                Long.toString(state.size()),
                Long.toString(state.modified()),
                Long.toString(state.changed()),
                Long.toString(state.inode()),
                state.young() ? "young" : "",
                state.hash(),
                state.path().toString());
    }

    private static BuildState parse(List<String> lines) {
        String key = "";
        List<FileFingerprint> inputs = new ArrayList<>();
        List<FileFingerprint> outputs = new ArrayList<>();
        List<Path> absent = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        for (String line : lines) {
            String rest = line.substring(2);
            switch (line.charAt(0)) {
                case 'k' -> key = rest;
                case 'i' -> inputs.add(fileState(rest));
                case 'o' -> outputs.add(fileState(rest));
                case 'a' -> absent.add(Path.of(rest));
                default -> notes.add(rest);
            }
        }
        return new BuildState(key, inputs, absent, outputs, notes);
    }

    private static FileFingerprint fileState(String fields) {
        String[] parts = fields.split("\t", FIELDS);
        return new FileFingerprint(
                Path.of(parts[6]),
                Long.parseLong(parts[0]),
                Long.parseLong(parts[1]),
                Long.parseLong(parts[2]),
                Long.parseLong(parts[3]),
                !parts[4].isEmpty(),
                parts[5]);
    }
}
