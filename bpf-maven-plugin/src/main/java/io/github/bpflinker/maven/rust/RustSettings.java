package io.github.bpflinker.maven.rust;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a project asks of cargo.
 *
 * @param rustc the compiler; absent for one that can build for BPF
 * @param cargo the cargo; absent for the one beside the compiler
 * @param profile the profile, such as {@code release}
 * @param features features to turn on
 * @param arguments whatever else cargo is to be told
 * @param offline whether cargo may use the network
 * @param llvm which libLLVM merges what rustc compiled
 * @param roots folders that differ between checkouts, the project's first: names in them are written relative to it
 * @param environment the environment variables of this process
 */
public record RustSettings(
        Optional<Path> rustc,
        Optional<Path> cargo,
        String profile,
        List<String> features,
        List<String> arguments,
        boolean offline,
        String llvm,
        List<Path> roots,
        Map<String, String> environment) {

    public RustSettings {
        features = List.copyOf(features);
        arguments = List.copyOf(arguments);
        roots = List.copyOf(roots);
        environment = Map.copyOf(environment);
    }
}
