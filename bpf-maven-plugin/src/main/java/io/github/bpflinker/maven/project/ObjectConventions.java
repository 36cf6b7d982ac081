package io.github.bpflinker.maven.project;

import io.github.bpflinker.maven.BuildFailure;
import io.github.bpflinker.maven.Reason;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds the objects in a source directory by convention: a file {@code NAME.bpf.c}, or a directory {@code NAME} with C
 * files, a Cargo.toml, or both. The directory {@code include} is not an object.
 */
public final class ObjectConventions {

    /** The name of the header directory. */
    public static final String INCLUDE = "include";

    private static final String SUFFIX = ".bpf.c";
    private static final String MANIFEST = "Cargo.toml";

    /** Suffixes of files that a user may have intended as sources. */
    private static final List<String> SOURCES = List.of(".c", ".rs", ".cc", ".cpp", ".cxx");

    private ObjectConventions() {}

    /**
     * The result of the search.
     *
     * @param objects sorted by name
     * @param strays sources that are not part of an object because of their names and are not included by one
     */
    public record Found(List<ObjectSpec> objects, List<Path> strays) {
        public Found {
            objects = List.copyOf(objects);
            strays = List.copyOf(strays);
        }
    }

    /**
     * Finds the objects in {@code folder}; none if it does not exist.
     *
     * @throws BuildFailure if two have the same name, one has no sources, a file can't be read, or there are sources
     *     but no object
     */
    public static Found find(Path folder) {
        List<ObjectSpec> objects = new ArrayList<>();
        List<Path> strays = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            checkCrate(folder.resolve(MANIFEST));
            for (Path entry : SourceTree.entries(folder)) {
                String name = SourceTree.name(entry);
                if (Files.isDirectory(entry)) {
                    if (!name.equals(INCLUDE)) {
                        objects.add(folder(name, entry));
                    }
                } else if (name.endsWith(SUFFIX) && name.length() > SUFFIX.length()) {
                    objects.add(file(name.substring(0, name.length() - SUFFIX.length()), entry));
                } else if (isSource(name)) {
                    strays.add(entry);
                }
            }
        }
        ObjectNames.checkUnique(objects);
        if (objects.isEmpty() && !strays.isEmpty()) {
            throw new BuildFailure(new Reason.NoObject(strays.get(0).toString()));
        }
        strays.removeIf(stray -> isIncluded(stray, objects));
        return new Found(objects, strays);
    }

    private static boolean isSource(String name) {
        return SOURCES.stream().anyMatch(name.toLowerCase(Locale.ROOT)::endsWith);
    }

    /** Whether a source of an object includes the file. */
    private static boolean isIncluded(Path stray, List<ObjectSpec> objects) {
        String name = SourceTree.name(stray);
        return objects.stream().flatMap(object -> object.sources().stream()).anyMatch(source -> SourceTree.text(source)
                .lines()
                .anyMatch(line -> line.contains("#") && line.contains("include") && line.contains(name)));
    }

    /** Rejects a crate in the source directory itself, which has no object name; a workspace of crates is permitted. */
    private static void checkCrate(Path manifest) {
        if (Files.isRegularFile(manifest)
                && SourceTree.text(manifest).lines().anyMatch(line -> line.strip()
                        .startsWith("[package]"))) {
            throw new BuildFailure(new Reason.NoObject(manifest.toString()));
        }
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
            throw new BuildFailure(new Reason.ObjectWithoutSources(name, folder.toString()));
        }
        return ObjectSpec.of(name, folder.toString(), sources, crate ? Optional.of(folder) : Optional.empty());
    }

    /** The C files of an object with a crate, without those of the crate's dependencies and target directory. */
    static List<Path> crateSources(Path folder) {
        List<Path> sources = new ArrayList<>(SourceTree.cFilesIn(folder));
        sources.addAll(SourceTree.cFilesIn(folder.resolve("c")));
        return sources;
    }
}
