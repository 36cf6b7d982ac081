package io.github.bpflinker.attach;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds programs on the search path and libraries on the library path. */
final class CodeFileSearch {

    private CodeFileSearch() {}

    /**
     * The file of a program or library.
     *
     * @param name a path, or a name without slash: of a library if it has {@code .so} in it, as {@code libc.so.6}, else of a
     *     program
     * @throws AttachException if there is no such file
     */
    static Path find(String name) {
        if (name.indexOf('/') >= 0) {
            return existing(Path.of(name))
                    .orElseThrow(() -> AttachException.unsuitable("there is no file " + name + " to probe"));
        }
        List<String> folders = name.contains(".so") ? libraryFolders() : programFolders();
        return folders.stream()
                .filter(folder -> !folder.isEmpty())
                .flatMap(folder -> existing(Path.of(folder, name)).stream())
                .findFirst()
                .orElseThrow(() ->
                        AttachException.unsuitable("there is no " + (name.contains(".so") ? "library " : "program ")
                                + name + " in " + String.join(", ", folders) + "; name it with its path"));
    }

    private static Optional<Path> existing(Path path) {
        return Files.isRegularFile(path) ? Optional.of(path.toAbsolutePath()) : Optional.empty();
    }

    private static List<String> libraryFolders() {
        String machine = System.getProperty("os.arch", "").replace("amd64", "x86_64");
        List<String> folders = new ArrayList<>(split(System.getenv().getOrDefault("LD_LIBRARY_PATH", "")));
        for (String parent : List.of("/lib/", "/usr/lib/", "/usr/local/lib/")) {
            folders.add(parent + machine + "-linux-gnu");
        }
        folders.addAll(List.of("/lib64", "/usr/lib64", "/lib", "/usr/lib", "/usr/local/lib64", "/usr/local/lib"));
        return folders;
    }

    private static List<String> programFolders() {
        List<String> folders = new ArrayList<>(split(System.getenv().getOrDefault("PATH", "")));
        folders.addAll(List.of("/usr/bin", "/usr/sbin", "/bin", "/sbin"));
        return folders;
    }

    private static List<String> split(String path) {
        return path.isEmpty() ? List.of() : List.of(path.split(File.pathSeparator, -1));
    }
}
