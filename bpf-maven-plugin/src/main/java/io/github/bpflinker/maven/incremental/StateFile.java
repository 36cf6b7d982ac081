package io.github.bpflinker.maven.incremental;

import io.github.bpflinker.maven.BuildFailure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Keeps a {@link BuildState} in a text file, one fact a line: a letter, then fields between tabs, the path last. A file
 * that can't be understood counts as none.
 */
public final class StateFile {

    private static final String FORMAT = "bpf-state 1";

    private final Path file;

    public StateFile(Path file) {
        this.file = file;
    }

    /** The state, if it was kept and what it speaks of is unchanged. */
    public Optional<BuildState> readIfCurrent(String key, FileLooks looks) {
        Optional<BuildState> kept = read();
        Optional<BuildState> current = kept.flatMap(state -> state.ifCurrent(key, looks));
        current.filter(state -> !state.equals(kept.get())).ifPresent(this::write);
        return current;
    }

    Optional<BuildState> read() {
        try {
            return parse(Files.readAllLines(file, StandardCharsets.UTF_8));
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    /** Keeps the state. */
    public void write(BuildState state) {
        List<String> lines = new ArrayList<>();
        lines.add(FORMAT);
        lines.add("k\t" + state.key());
        state.inputs().forEach(input -> lines.add("i\t" + fields(input)));
        state.outputs().forEach(output -> lines.add("o\t" + fields(output)));
        state.absent().forEach(path -> lines.add("a\t" + path));
        state.notes().forEach(note -> lines.add("n\t" + note));
        lines.add("end");
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Path partial = file.resolveSibling(file.getFileName() + ".tmp");
            Files.write(partial, lines, StandardCharsets.UTF_8);
            Files.move(partial, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw BuildFailure.unwritable(file, e);
        }
    }

    /** Forgets the state, because what it speaks of is being built, and begins the next one. */
    public StateRecorder begin(String key) {
        try {
            Files.deleteIfExists(file);
            Files.createDirectories(file.toAbsolutePath().getParent());
            Path now = file.resolveSibling(file.getFileName() + ".now");
            Files.deleteIfExists(now);
            Files.createFile(now);
            long started = Files.getLastModifiedTime(now).to(TimeUnit.NANOSECONDS);
            Files.delete(now);
            return new StateRecorder(key, started);
        } catch (IOException e) {
            throw BuildFailure.unwritable(file, e);
        }
    }

    private static String fields(FileState state) {
        return state.size() + "\t" + state.modified() + "\t" + state.inode() + "\t" + state.hash() + "\t"
                + state.path();
    }

    private static Optional<BuildState> parse(List<String> lines) {
        if (lines.size() < 3
                || !lines.get(0).equals(FORMAT)
                || !lines.get(lines.size() - 1).equals("end")) {
            return Optional.empty();
        }
        String key = "";
        List<FileState> inputs = new ArrayList<>();
        List<FileState> outputs = new ArrayList<>();
        List<Path> absent = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        for (String line : lines.subList(1, lines.size() - 1)) {
            String rest = line.substring(2);
            switch (line.charAt(0)) {
                case 'k' -> key = rest;
                case 'i' -> inputs.add(fileState(rest));
                case 'o' -> outputs.add(fileState(rest));
                case 'a' -> absent.add(Path.of(rest));
                default -> notes.add(rest);
            }
        }
        return Optional.of(new BuildState(key, inputs, absent, outputs, notes));
    }

    private static FileState fileState(String fields) {
        String[] parts = fields.split("\t", 5);
        return new FileState(
                Path.of(parts[4]),
                Long.parseLong(parts[0]),
                Long.parseLong(parts[1]),
                Long.parseLong(parts[2]),
                parts[3]);
    }
}
