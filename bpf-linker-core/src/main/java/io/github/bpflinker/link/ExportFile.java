package io.github.bpflinker.link;

import io.github.bpflinker.Diagnostic;
import io.github.bpflinker.LinkException;
import io.github.bpflinker.Problem;
import io.github.bpflinker.SystemReason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads the names to export. */
final class ExportFile {

    private ExportFile() {}

    /** Everything that a request exports; absent if it leaves that to the default rule. */
    static Optional<Set<String>> exportsOf(LinkRequest request) {
        if (request.exports().isEmpty() && request.exportFiles().isEmpty()) {
            return Optional.empty();
        }
        Set<String> names = new TreeSet<>(request.exports().orElse(Set.of()));
        request.exportFiles().forEach(file -> names.addAll(read(file)));
        return Optional.of(names);
    }

    private static Set<String> read(Path file) {
        try {
            Set<String> names = new TreeSet<>();
            for (String line : Files.readAllLines(file)) {
                if (!line.isBlank()) {
                    names.add(line.strip());
                }
            }
            return names;
        } catch (NoSuchFileException e) {
            throw new LinkException(Diagnostic.error(Problem.INPUT_MISSING).withInput(file.toString()), e);
        } catch (IOException e) {
            throw new LinkException(
                    Diagnostic.error(Problem.INPUT_UNREADABLE)
                            .withInput(file.toString())
                            .withDetail(SystemReason.of(e)),
                    e);
        }
    }
}
