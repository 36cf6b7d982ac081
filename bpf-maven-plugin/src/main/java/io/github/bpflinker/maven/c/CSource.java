package io.github.bpflinker.maven.c;

import io.github.bpflinker.maven.Endianness;
import java.nio.file.Path;

/**
 * One run of the C compiler.
 *
 * @param object the object that it is for
 * @param source the C file
 * @param endianness the byte order
 * @param withRust whether it is going to meet Rust: it is optimized together with that, later
 * @param output the bitcode
 */
public record CSource(String object, Path source, Endianness endianness, boolean withRust, Path output) {

    /** The file in which clang lists what it read. */
    Path dependencies() {
        return output.resolveSibling(output.getFileName() + ".d");
    }

    /** What was known when it was compiled. */
    Path state() {
        return output.resolveSibling(output.getFileName() + ".state");
    }
}
