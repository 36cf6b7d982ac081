package io.github.bpflinker.maven.project;

import io.github.bpflinker.maven.Endianness;
import io.github.bpflinker.maven.incremental.Digest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The directories and files of a project.
 *
 * @param base the project's directory
 * @param sources the directory of BPF sources
 * @param work the directory of intermediate files, {@code target/bpf}
 * @param objects the directory of the objects, part of the class path
 */
public record Layout(Path base, Path sources, Path work, Path objects) {

    private static final int DIGITS = 8;

    /** The directory of the project's headers. */
    public Path includes() {
        return sources.resolve(ObjectConventions.INCLUDE);
    }

    /** The directory of generated headers, such as {@code vmlinux.h}. */
    public Path generatedIncludes() {
        return work.resolve("include");
    }

    /** The directory of the generated crate {@code vmlinux}. */
    public Path generatedCrate() {
        return work.resolve("vmlinux");
    }

    /** The directory of unpacked headers of other projects. */
    public Path dependencyIncludes() {
        return work.resolve("dependencies");
    }

    /** The directory of the headers bundled with the plugin. */
    public Path bundledIncludes() {
        return work.resolve("headers");
    }

    /** The compilation database, with the name that editors expect. */
    public Path compilationDatabase() {
        return work.resolve("compile_commands.json");
    }

    /** The directory of an object's bitcode. */
    public Path compiled(Endianness endianness, String object) {
        return work.resolve("compiled").resolve(endianness.target()).resolve(object);
    }

    /** The list of link units for a set of objects. */
    public Path units(List<ObjectSpec> set) {
        List<String> facts = new ArrayList<>();
        for (ObjectSpec object : set) {
            facts.add(object.name());
            facts.add(object.crate().map(this::name).orElse(""));
            object.sources().forEach(source -> facts.add(name(source)));
            object.inputs().forEach(input -> facts.add("input " + name(input)));
        }
        return work.resolve("compiled").resolve("units-" + shortDigest(facts));
    }

    /** The path relative to the project, which does not depend on the checkout. */
    public String name(Path path) {
        boolean sameRoot = Objects.equals(base.getRoot(), path.getRoot());
        return (sameRoot ? base.relativize(path) : path).toString().replace('\\', '/');
    }

    /** A digest of texts that is short enough for a file name. */
    public static String shortDigest(List<String> texts) {
        return Digest.ofTexts(texts).substring(0, DIGITS);
    }

    /** Cargo's target directory. */
    public Path cargo() {
        return work.resolve("cargo");
    }

    /** The directory of generated wrapper programs for cargo. */
    public Path wrappers() {
        return work.resolve("wrappers");
    }

    /** The state file of a build step. */
    public Path state(String goal, String name) {
        return work.resolve("state").resolve(goal).resolve(name + ".state");
    }

    /** The directory with files to reproduce a crash of LLVM. */
    public Path repro(String name) {
        return work.resolve("repro").resolve(name);
    }

    /** The finished object. */
    public Path object(String name, Variant variant) {
        return folder(objects, variant).resolve(name + ".bpf.o");
    }

    /** The directory of a variant: a subdirectory of {@code folder}, or {@code folder} for the default variant. */
    public static Path folder(Path folder, Variant variant) {
        return variant.isPlain() ? folder : folder.resolve(variant.classifier());
    }
}
