package io.github.bpflinker.maven.rust;

import java.nio.file.Path;
import java.util.List;

/**
 * What a crate brings to one object.
 *
 * @param name of the binary or library, as Cargo.toml has it
 * @param inputs bitcode and archives to be linked
 */
public record CrateOutput(String name, List<Path> inputs) {

    public CrateOutput {
        inputs = List.copyOf(inputs);
    }
}
