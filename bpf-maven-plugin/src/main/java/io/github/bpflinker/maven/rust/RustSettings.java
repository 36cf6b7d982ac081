package io.github.bpflinker.maven.rust;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The project's settings for cargo.
 *
 * @param rustc the compiler; absent to choose one that can build for BPF
 * @param cargo the cargo; absent to use the one in the compiler's directory
 * @param profile the profile, such as {@code release}
 * @param features the features to enable
 * @param arguments further arguments for cargo
 * @param offline whether cargo may use the network
 * @param llvm the libLLVM that merges rustc's bitcode
 * @param roots directories that differ between checkouts, the project's first; paths in them are recorded relative to
 *     it
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
