package io.github.bpflinker.maven.incremental;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
        String key, List<FileState> inputs, List<Path> absent, List<FileState> outputs, List<String> notes) {

    public BuildState {
        inputs = List.copyOf(inputs);
        absent = List.copyOf(absent);
        outputs = List.copyOf(outputs);
        notes = List.copyOf(notes);
    }

    /**
     * This state, if a build with that key would give the same again; its inputs have their present looks. Empty if
     * anything has changed.
     */
    public Optional<BuildState> ifCurrent(String wantedKey, FileLooks looks) {
        if (!key.equals(wantedKey)
                || absent.stream().anyMatch(path -> looks.of(path).isPresent())) {
            return Optional.empty();
        }
        for (FileState output : outputs) {
            if (output.stillTheSame(looks).isEmpty()) {
                return Optional.empty();
            }
        }
        List<FileState> present = new ArrayList<>();
        for (FileState input : inputs) {
            Optional<FileState> same = input.stillTheSame(looks);
            if (same.isEmpty()) {
                return Optional.empty();
            }
            present.add(same.get());
        }
        return Optional.of(new BuildState(key, present, absent, outputs, notes));
    }
}
