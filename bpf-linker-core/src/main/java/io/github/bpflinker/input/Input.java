package io.github.bpflinker.input;

import java.nio.ByteBuffer;
import java.nio.file.Path;

/** An input of a link: bitcode, IR text, an ELF object with embedded bitcode, or an archive. */
public sealed interface Input {

    /** The name used in messages and in the link map. It is not part of the output. */
    String name();

    /** A file. */
    static Input of(Path file) {
        return new OfFile(file);
    }

    /**
     * Bytes in memory.
     *
     * @param name the name used in messages
     * @param content the bytes from position to limit; not copied, so they must not be modified during the link
     */
    static Input of(String name, ByteBuffer content) {
        return new OfBuffer(name, content.asReadOnlyBuffer());
    }

    /** A file, read into memory when the link begins. */
    record OfFile(Path file) implements Input {
        @Override
        public String name() {
            return file.toString();
        }
    }

    /** Bytes in memory. */
    record OfBuffer(String name, ByteBuffer content) implements Input {}
}
