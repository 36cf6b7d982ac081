package io.github.bpflinker.kernel;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds bpftool, which distributions put where only root's search path leads. */
final class Bpftool {

    private static final List<String> SYSTEM_FOLDERS = List.of("/usr/sbin", "/usr/local/sbin", "/sbin");

    private Bpftool() {}

    static Optional<Path> find(@Nullable String searchPath) {
        List<String> folders = new ArrayList<>();
        if (searchPath != null) {
            folders.addAll(List.of(searchPath.split(File.pathSeparator, -1)));
        }
        folders.addAll(SYSTEM_FOLDERS);
        for (String folder : folders) {
            Optional<Path> candidate = in(folder);
            if (candidate.isPresent()) {
                return candidate;
            }
        }
        return Optional.empty();
    }

    private static Optional<Path> in(String folder) {
        try {
            Path candidate = Path.of(folder, "bpftool");
            boolean runs = Files.isRegularFile(candidate) && Files.isExecutable(candidate);
            return runs && !folder.isEmpty() ? Optional.of(candidate) : Optional.empty();
        } catch (InvalidPathException e) {
            // What is no path on this system leads to no bpftool.
            return Optional.empty();
        }
    }
}
