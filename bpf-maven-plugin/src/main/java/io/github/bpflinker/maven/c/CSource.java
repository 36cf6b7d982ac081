package io.github.bpflinker.maven.c;

import io.github.bpflinker.maven.Endianness;
import java.nio.file.Path;

/**
 * One run of the C compiler.
 *
 * @param object the object to which it belongs
 * @param source the C file
 * @param endianness the byte order
 * @param withRust whether the object also contains Rust, with which it is optimized at link time
 * @param output the bitcode
 */
public record CSource(String object, Path source, Endianness endianness, boolean withRust, Path output) {

    /** The dependency file that clang writes. */
    Path dependencies() {
        return output.resolveSibling(output.getFileName() + ".d");
    }

    /** The file with the build state of the compilation. */
    Path state() {
        return output.resolveSibling(output.getFileName() + ".state");
    }
}
