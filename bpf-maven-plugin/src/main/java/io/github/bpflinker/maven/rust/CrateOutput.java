package io.github.bpflinker.maven.rust;

import java.nio.file.Path;
import java.util.List;

/**
 * The contribution of a crate to an object.
 *
 * @param name the name of the binary or library in Cargo.toml
 * @param inputs bitcode files and archives to link
 */
public record CrateOutput(String name, List<Path> inputs) {

    public CrateOutput {
        inputs = List.copyOf(inputs);
    }
}
