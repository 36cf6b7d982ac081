package io.github.bpflinker.maven.mojo;

import io.github.bpflinker.maven.project.ConfiguredObjects;
import java.io.File;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An {@code <object>} of {@code <objects>}. Maven sets the fields. */
public class ObjectConfiguration {

    /** The object's name; the file is {@code NAME.bpf.o}. */
    private @Nullable String name;

    /** C files, or folders with C files. */
    private @Nullable List<File> sources;

    /** Objects, archives and bitcode that are there already and linked too. */
    private @Nullable List<File> inputs;

    /** The folder of a Rust crate. */
    private @Nullable File crate;

    /** The exported symbols; by default those of the goal. */
    private @Nullable List<String> exports;

    /** The BPF CPU; by default that of the goal. */
    private @Nullable String cpu;

    /** The optimization level; by default that of the goal. */
    private @Nullable String optimization;

    /** Whether it can be without programs; by default as configured for the goal. */
    private @Nullable Boolean library;

    ConfiguredObjects.Entry entry() {
        List<File> files = sources == null ? List.of() : sources;
        return new ConfiguredObjects.Entry(
                Optional.ofNullable(name),
                files.stream().map(File::toPath).toList(),
                inputs == null ? List.of() : inputs.stream().map(File::toPath).toList(),
                Optional.ofNullable(crate).map(File::toPath),
                Optional.ofNullable(exports),
                Optional.ofNullable(cpu).map(ParameterParser::cpu),
                Optional.ofNullable(optimization).map(ParameterParser::optimization),
                Optional.ofNullable(library));
    }
}
