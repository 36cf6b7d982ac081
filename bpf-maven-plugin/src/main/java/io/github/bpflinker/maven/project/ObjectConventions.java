package io.github.bpflinker.maven.project;

import io.github.bpflinker.maven.BuildFailure;
import io.github.bpflinker.maven.Reason;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds the objects of a source folder: {@code NAME.bpf.c} is one, and so is a folder {@code NAME} with C files, a
 * Cargo.toml, or both. The folder {@code include} never is.
 */
public final class ObjectConventions {

    /** The folder of headers. */
    public static final String INCLUDE = "include";

    private static final String SUFFIX = ".bpf.c";
    private static final String MANIFEST = "Cargo.toml";

    private ObjectConventions() {}

    /**
     * What was found.
     *
     * @param objects sorted by name
     * @param ignored C files that make no object because of their names
     */
    public record Found(List<ObjectSpec> objects, List<Path> ignored) {
        public Found {
            objects = List.copyOf(objects);
            ignored = List.copyOf(ignored);
        }
    }

    /**
     * The objects of {@code folder}; none if there is no such folder.
     *
     * @throws BuildFailure if two have the same name, one has no sources, or something can't be read
     */
    public static Found find(Path folder) {
        List<ObjectSpec> objects = new ArrayList<>();
        List<Path> ignored = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            for (Path entry : SourceTree.entries(folder)) {
                String name = SourceTree.name(entry);
                if (Files.isDirectory(entry)) {
                    if (!name.equals(INCLUDE)) {
                        objects.add(folder(name, entry));
                    }
                } else if (name.endsWith(SUFFIX) && name.length() > SUFFIX.length()) {
                    objects.add(file(name.substring(0, name.length() - SUFFIX.length()), entry));
                } else if (name.endsWith(".c")) {
                    ignored.add(entry);
                }
            }
        }
        ObjectNames.checkUnique(objects);
        return new Found(objects, ignored);
    }

    private static ObjectSpec file(String name, Path source) {
        ObjectNames.check(name);
        return ObjectSpec.of(name, source.toString(), List.of(source), Optional.empty());
    }

    private static ObjectSpec folder(String name, Path folder) {
        ObjectNames.check(name);
        boolean crate = Files.exists(folder.resolve(MANIFEST));
        List<Path> sources = crate ? crateSources(folder) : SourceTree.cFilesUnder(folder);
        if (!crate && sources.isEmpty()) {
            throw new BuildFailure(Reason.OBJECT_WITHOUT_SOURCES, name, folder.toString());
        }
        return ObjectSpec.of(name, folder.toString(), sources, crate ? Optional.of(folder) : Optional.empty());
    }

    /** The C files that belong to the crate in a folder: not those of its dependencies or of its build folder. */
    static List<Path> crateSources(Path folder) {
        List<Path> sources = new ArrayList<>(SourceTree.cFilesIn(folder));
        sources.addAll(SourceTree.cFilesIn(folder.resolve("c")));
        return sources;
    }
}
