package io.github.bpflinker.maven.project;

import io.github.bpflinker.maven.Endianness;
import java.nio.file.Path;
import java.util.List;

/**
 * The inputs of one linked object. It is linked once for each variant of its byte order.
 *
 * @param name the object's name; differs from {@code object} where a crate has several binaries
 * @param object the {@link ObjectSpec} to which it belongs
 * @param endianness the byte order
 * @param rust whether it contains Rust
 * @param inputs bitcode files and archives in link order
 */
public record LinkUnit(String name, String object, Endianness endianness, boolean rust, List<Path> inputs) {

    public LinkUnit {
        inputs = List.copyOf(inputs);
    }
}
