package io.github.bpflinker.maven.project;

import io.github.bpflinker.option.Cpu;
import io.github.bpflinker.option.OptimizationLevel;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * An object to build, from the source tree or the configuration.
 *
 * @param name its name; the file is {@code NAME.bpf.o}
 * @param origin the directory, file or configuration that defines the object, for messages
 * @param sources its C files, absolute, sorted
 * @param inputs further inputs of its link that nothing compiles, in their order
 * @param crate the directory of its Rust crate
 * @param exports the symbols that stay visible; absent for the project's setting
 * @param cpu the BPF CPU; absent for the project's setting
 * @param optimization the level; absent for the project's setting
 * @param library whether it can be without programs; absent for the project's setting
 */
public record ObjectSpec(
        String name,
        String origin,
        List<Path> sources,
        List<Path> inputs,
        Optional<Path> crate,
        Optional<List<String>> exports,
        Optional<Cpu> cpu,
        Optional<OptimizationLevel> optimization,
        Optional<Boolean> library) {

    public ObjectSpec {
        sources = sources.stream().sorted().toList();
        inputs = List.copyOf(inputs);
        exports = exports.map(List::copyOf);
    }

    /** Creates an object without its own settings. */
    public static ObjectSpec of(String name, String origin, List<Path> sources, Optional<Path> crate) {
        return new ObjectSpec(
                name,
                origin,
                sources,
                List.of(),
                crate,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** Whether it contains both C and Rust. */
    public boolean isMixed() {
        return crate.isPresent() && !sources.isEmpty();
    }
}
