package io.github.bpflinker.input;

import io.github.bpflinker.diagnostic.Diagnostic;
import io.github.bpflinker.diagnostic.InvalidFileException;
import io.github.bpflinker.diagnostic.Problem;
import java.nio.ByteBuffer;

/**
 * Reads the primitives of LLVM's bitstream: fields of any width, least significant bit first, in 32-bit words. See
 * "LLVM Bitcode File Format".
 */
final class BitstreamReader {

    private final String input;
    private final ByteBuffer bytes;
    private final long limit;
    private long position;

    /**
     * @param input the name used in error messages
     * @param bytes the content from index 0 to the limit
     * @param start the offset of the first byte to read
     * @param end the offset after the last byte to read
     */
    BitstreamReader(String input, ByteBuffer bytes, int start, int end) {
        this.input = input;
        this.bytes = bytes;
        this.position = start * 8L;
        this.limit = end * 8L;
    }

    /** The number of remaining bits. */
    long remaining() {
        return limit - position;
    }

    /** The current position in bytes, rounded down. */
    int byteOffset() {
        return (int) (position / 8);
    }

    /** An unsigned field of {@code width} bits, 0 to 64. */
    long fixed(int width) {
        if (width > remaining()) {
            throw invalid("ends within a field at offset " + byteOffset());
        }
        long value = 0;
        int read = 0;
        while (read < width) {
            long current = Byte.toUnsignedLong(bytes.get((int) (position / 8)));
            int within = (int) (position % 8);
            int take = Math.min(8 - within, width - read);
            long part = (current >>> within) & ((1L << take) - 1);
            value |= part << read;
            read += take;
            position += take;
        }
        return value;
    }

    /** A variable-width field of chunks of {@code width} bits, whose highest bit is set if another chunk follows. */
    long vbr(int width) {
        long more = 1L << (width - 1);
        long value = 0;
        for (int shift = 0; shift < Long.SIZE; shift += width - 1) {
            long chunk = fixed(width);
            value |= (chunk & (more - 1)) << shift;
            if ((chunk & more) == 0) {
                return value;
            }
        }
        throw invalid("has a number of more than 64 bits at offset " + byteOffset());
    }

    /** Skips to the next 32-bit boundary, relative to index 0. */
    void align() {
        long aligned = (position + 31) / 32 * 32;
        if (aligned > limit) {
            throw invalid("ends within a word at offset " + byteOffset());
        }
        position = aligned;
    }

    InvalidFileException invalid(String reason) {
        return invalid(input, reason);
    }

    static InvalidFileException invalid(String input, String reason) {
        return new InvalidFileException(
                Diagnostic.error(Problem.BITCODE_INVALID).withInput(input).withDetail(reason));
    }
}
