package io.github.bpflinker.link;

import io.github.bpflinker.input.FileBytes;
import io.github.bpflinker.option.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads files with names of exports. */
final class ExportFile {

    private ExportFile() {}

    /** All exports of a request; absent if the default rule applies. */
    static Optional<Set<String>> exportsOf(LinkRequest request) {
        if (request.exports().isEmpty()
                && request.get(LinkOption.EXPORT_SYMBOLS).isEmpty()) {
            return Optional.empty();
        }
        Set<String> names = new TreeSet<>(request.exports().orElse(Set.of()));
        request.get(LinkOption.EXPORT_SYMBOLS).ifPresent(file -> names.addAll(read(file)));
        return Optional.of(names);
    }

    private static Set<String> read(Path file) {
        Set<String> names = new TreeSet<>();
        FileBytes.text(file.toString(), file).lines().map(String::strip).forEach(names::add);
        names.remove("");
        return names;
    }
}
