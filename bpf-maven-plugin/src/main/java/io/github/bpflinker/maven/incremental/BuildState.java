package io.github.bpflinker.maven.incremental;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * What was known when something was built.
 *
 * @param key a digest of everything that is no file: options, versions, the environment
 * @param inputs the files that were read
 * @param absent files that were not there and would have changed the result
 * @param outputs the files that were written
 * @param notes what the builder wants to find again
 */
public record BuildState(
        String key,
        List<FileFingerprint> inputs,
        List<Path> absent,
        List<FileFingerprint> outputs,
        List<String> notes) {

    public BuildState {
        inputs = List.copyOf(inputs);
        absent = List.copyOf(absent);
        outputs = List.copyOf(outputs);
        notes = List.copyOf(notes);
    }

    /**
     * This state, if a build with that key would give the same again; its files have their present looks. Empty if
     * anything has changed.
     *
     * @param clock gives a time by the clock of the file system, nanoseconds since 1970
     */
    Optional<BuildState> ifCurrent(String wantedKey, FileFingerprints looks, LongSupplier clock) {
        if (!key.equals(wantedKey)
                || absent.stream().anyMatch(path -> looks.of(path).isPresent())) {
            return Optional.empty();
        }
        Optional<List<FileFingerprint>> presentOutputs = present(outputs, looks, clock);
        Optional<List<FileFingerprint>> presentInputs = presentOutputs.flatMap(same -> present(inputs, looks, clock));
        return presentInputs.map(same -> new BuildState(key, same, absent, presentOutputs.get(), notes));
    }

    private static Optional<List<FileFingerprint>> present(
            List<FileFingerprint> files, FileFingerprints looks, LongSupplier clock) {
        List<FileFingerprint> present = new ArrayList<>();
        for (FileFingerprint file : files) {
            Optional<FileFingerprint> same = file.stillTheSame(looks, clock);
            if (same.isEmpty()) {
                return Optional.empty();
            }
            present.add(same.get());
        }
        return Optional.of(present);
    }
}
