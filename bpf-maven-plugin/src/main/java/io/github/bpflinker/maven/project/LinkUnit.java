package io.github.bpflinker.maven.project;

import io.github.bpflinker.maven.Endianness;
import java.nio.file.Path;
import java.util.List;

/**
 * What is linked into one object, once for each variant of its byte order.
 *
 * @param name the object's name; differs from {@code object} where a crate has several binaries
 * @param object the {@link ObjectSpec} that it came from
 * @param endianness the byte order
 * @param rust whether any of it was written in Rust
 * @param inputs bitcode files and archives, in the order in which they are linked
 */
public record LinkUnit(String name, String object, Endianness endianness, boolean rust, List<Path> inputs) {

    public LinkUnit {
        inputs = List.copyOf(inputs);
    }
}
