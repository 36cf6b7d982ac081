package io.github.bpflinker.input;

import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * An LLVM module that is not parsed yet.
 *
 * @param name the name used in messages; a second module of one input ends in {@code #2}
 * @param format bitcode or IR text
 * @param data the module, read-only, from position to limit: bitcode from its {@code BC C0 DE} to the end of its last
 *     block, or text without a NUL at its end. A view of the file's content, a direct buffer of any alignment, or of
 *     the input buffer
 * @param producer the compiler that wrote it, if it is bitcode with an identification block
 */
public record ModuleSource(String name, Format format, ByteBuffer data, Optional<Producer> producer) {

    /** The formats of a module. */
    public enum Format {
        BITCODE,
        IR_TEXT
    }

    @Override
    public ByteBuffer data() {
        return data.duplicate();
    }
}
