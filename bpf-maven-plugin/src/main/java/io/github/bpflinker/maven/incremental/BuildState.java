package io.github.bpflinker.maven.incremental;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * The recorded state of a build step: its inputs, options and outputs.
 *
 * @param key a digest of all inputs other than files: options, versions, the environment
 * @param inputs the files that were read
 * @param absent files that did not exist and would have changed the result
 * @param outputs the files that were written
 * @param notes data of the build step
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
     * Returns this state with current fingerprints if the step is up to date for that key; empty if anything has
     * changed.
     *
     * @param clock supplies the time of the file system's clock, in nanoseconds since 1970
     */
    Optional<BuildState> ifCurrent(String wantedKey, FingerprintCache looks, LongSupplier clock) {
        if (!key.equals(wantedKey)
                || absent.stream().anyMatch(path -> looks.of(path).isPresent())) {
            return Optional.empty();
        }
        Optional<List<FileFingerprint>> presentOutputs = present(outputs, looks, clock);
        Optional<List<FileFingerprint>> presentInputs = presentOutputs.flatMap(same -> present(inputs, looks, clock));
        return presentInputs.map(same -> new BuildState(key, same, absent, presentOutputs.get(), notes));
    }

    private static Optional<List<FileFingerprint>> present(
            List<FileFingerprint> files, FingerprintCache looks, LongSupplier clock) {
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
