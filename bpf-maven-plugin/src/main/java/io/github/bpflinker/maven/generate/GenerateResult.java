package io.github.bpflinker.maven.generate;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the goal {@code generate} did.
 *
 * @param ran whether sources were generated; otherwise all were up to date
 * @param created the source files that did not exist before
 * @param changed the source files whose content changed
 * @param removed the source files that no longer have an object or type
 */
public record GenerateResult(boolean ran, List<Path> created, List<Path> changed, List<Path> removed) {

    public GenerateResult {
        created = List.copyOf(created);
        changed = List.copyOf(changed);
        removed = List.copyOf(removed);
    }

    /** The first source file whose users must be compiled again. */
    public Optional<Path> firstAffected() {
        return Stream.concat(changed.stream(), removed.stream()).findFirst();
    }

    /** Whether any source file is different from before. */
    public boolean hasChanges() {
        return !changed.isEmpty() || !removed.isEmpty() || !created.isEmpty();
    }
}
