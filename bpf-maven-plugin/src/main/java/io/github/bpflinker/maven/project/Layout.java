package io.github.bpflinker.maven.project;

import io.github.bpflinker.maven.Endianness;
import io.github.bpflinker.maven.incremental.Digest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Where everything of a project lies.
 *
 * @param base the project's folder
 * @param sources the folder of BPF sources
 * @param work the folder for whatever is in between, {@code target/bpf}
 * @param objects the folder for finished objects, part of the class path
 */
public record Layout(Path base, Path sources, Path work, Path objects) {

    private static final int DIGITS = 8;

    /** The headers of the sources. */
    public Path includes() {
        return sources.resolve(ObjectConventions.INCLUDE);
    }

    /** Headers that goals generate, {@code vmlinux.h}. */
    public Path generatedIncludes() {
        return work.resolve("include");
    }

    /** Headers of other projects, unpacked by whatever unpacks them. */
    public Path dependencyIncludes() {
        return work.resolve("dependencies");
    }

    /** The headers that come with the plugin. */
    public Path bundledIncludes() {
        return work.resolve("headers");
    }

    /** How C files are compiled, for editors, under the name that they look for. */
    public Path compilationDatabase() {
        return work.resolve("compile_commands.json");
    }

    /** The bitcode of one object. */
    public Path compiled(Endianness endianness, String object) {
        return work.resolve("compiled").resolve(endianness.target()).resolve(object);
    }

    /** The list of what was compiled; executions of other objects have lists of their own. */
    public Path units(List<ObjectSpec> set) {
        List<String> facts = new ArrayList<>();
        for (ObjectSpec object : set) {
            facts.add(object.name());
            facts.add(object.crate().map(this::name).orElse(""));
            object.sources().forEach(source -> facts.add(name(source)));
        }
        return work.resolve("compiled").resolve("units-" + shortDigest(facts));
    }

    /** The name of a file or folder in the project, the same wherever the project lies. */
    public String name(Path path) {
        boolean sameRoot = Objects.equals(base.getRoot(), path.getRoot());
        return (sameRoot ? base.relativize(path) : path).toString().replace('\\', '/');
    }

    /** What tells a few texts from others, short enough for the name of a file. */
    public static String shortDigest(List<String> texts) {
        return Digest.ofTexts(texts).substring(0, DIGITS);
    }

    /** Cargo's own build folder. */
    public Path cargo() {
        return work.resolve("cargo");
    }

    /** Programs that are generated for cargo. */
    public Path wrappers() {
        return work.resolve("wrappers");
    }

    /** What was known when something was built. */
    public Path state(String goal, String name) {
        return work.resolve("state").resolve(goal).resolve(name + ".state");
    }

    /** Everything that reproduces a crash of LLVM. */
    public Path repro(String name) {
        return work.resolve("repro").resolve(name);
    }

    /** The finished object. */
    public Path object(String name, Variant variant) {
        return folder(objects, variant).resolve(name + ".bpf.o");
    }

    /** What is in {@code folder} for a variant: a folder of its own, unless it is the plain one. */
    public static Path folder(Path folder, Variant variant) {
        return variant.isPlain() ? folder : folder.resolve(variant.classifier());
    }
}
