package io.github.bpflinker.input;

import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * One LLVM module, not read yet.
 *
 * @param name the name used in messages; a second module of one input ends in {@code #2}
 * @param format how it is written
 * @param data the module, read-only, from position to limit: bitcode from its {@code BC C0 DE} to the end of its last
 *     block, or text without a NUL at its end. A view of the content of the file, so direct and of any alignment; of a
 *     buffer in memory if the input is one
 * @param producer who wrote it, if it is bitcode that says so
 */
public record ModuleSource(String name, Format format, ByteBuffer data, Optional<Producer> producer) {

    /** How a module is written. */
    public enum Format {
        BITCODE,
        IR_TEXT
    }

    @Override
    public ByteBuffer data() {
        return data.duplicate();
    }
}
