package io.github.bpflinker.maven.project;

import io.github.bpflinker.maven.BuildFailure;
import io.github.bpflinker.maven.Reason;
import io.github.bpflinker.option.Cpu;
import io.github.bpflinker.option.OptimizationLevel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Creates the objects that are configured in the POM. */
public final class ConfiguredObjects {

    private ConfiguredObjects() {}

    /**
     * The configuration of an object.
     *
     * @param name its name
     * @param sources C files, or directories with C files
     * @param inputs objects, archives and bitcode that are linked as they are; goals that run before the link can make
     *     them
     * @param crate the directory of a crate
     * @param exports the symbols that stay visible
     * @param cpu the BPF CPU
     * @param optimization the level
     * @param library whether it can be without programs
     */
    public record Entry(
            Optional<String> name,
            List<Path> sources,
            List<Path> inputs,
            Optional<Path> crate,
            Optional<List<String>> exports,
            Optional<Cpu> cpu,
            Optional<OptimizationLevel> optimization,
            Optional<Boolean> library) {
        public Entry {
            sources = List.copyOf(sources);
            inputs = List.copyOf(inputs);
        }
    }

    /**
     * Validates the entries and returns the objects.
     *
     * @throws BuildFailure if two have the same name, one has no sources, or a path does not exist
     */
    public static List<ObjectSpec> of(List<Entry> entries) {
        List<ObjectSpec> objects = new ArrayList<>();
        for (Entry entry : entries) {
            objects.add(object(entry));
        }
        ObjectNames.checkUnique(objects);
        return objects;
    }

    private static ObjectSpec object(Entry entry) {
        String name = entry.name().orElse("");
        ObjectNames.check(name);
        Set<Path> sources = new LinkedHashSet<>();
        for (Path source : entry.sources()) {
            sources.addAll(sources(source));
        }
        entry.crate().ifPresent(ConfiguredObjects::checkCrate);
        if (sources.isEmpty() && entry.inputs().isEmpty() && entry.crate().isEmpty()) {
            throw new BuildFailure(new Reason.ObjectWithoutSources(name, "of <objects>"));
        }
        return new ObjectSpec(
                name,
                "an <object> of the POM",
                List.copyOf(sources),
                entry.inputs(),
                entry.crate(),
                entry.exports(),
                entry.cpu(),
                entry.optimization(),
                entry.library());
    }

    private static List<Path> sources(Path source) {
        if (Files.isDirectory(source)) {
            return SourceTree.cFilesUnder(source);
        }
        if (!Files.exists(source)) {
            throw new BuildFailure(new Reason.PathMissing("source", source.toString()));
        }
        if (!SourceTree.isC(source)) {
            throw new BuildFailure(new Reason.ParameterInvalid(
                    "source", source.toString(), "a C file, its name ending in .c, or a folder"));
        }
        return List.of(source);
    }

    private static void checkCrate(Path crate) {
        if (!Files.exists(crate.resolve("Cargo.toml"))) {
            throw new BuildFailure(
                    new Reason.PathMissing("crate", crate.resolve("Cargo.toml").toString()));
        }
    }
}
