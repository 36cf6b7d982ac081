package io.github.bpflinker.input;

import io.github.bpflinker.diagnostic.Diagnostic;
import io.github.bpflinker.diagnostic.LinkException;
import io.github.bpflinker.diagnostic.Problem;
import java.nio.ByteBuffer;

/**
 * The primitives of LLVM's bitstream: fields of any number of bits, least significant first, in 32-bit words. See
 * LLVM's "LLVM Bitcode File Format".
 */
final class BitstreamReader {

    private final String input;
    private final ByteBuffer bytes;
    private final long limit;
    private long position;

    /**
     * @param input the name used in error messages
     * @param bytes from index 0 to its limit
     * @param start the byte at which to begin
     * @param end the byte before which to stop
     */
    BitstreamReader(String input, ByteBuffer bytes, int start, int end) {
        this.input = input;
        this.bytes = bytes;
        this.position = start * 8L;
        this.limit = end * 8L;
    }

    /** Bits that are left. */
    long remaining() {
        return limit - position;
    }

    /** The byte at which the reader is; fractions are cut off. */
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

    /** A field of chunks of {@code width} bits, whose highest bit says whether another follows. */
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

    /** Goes to the next 32-bit word, counted from where the bytes begin. */
    void align() {
        long aligned = (position + 31) / 32 * 32;
        if (aligned > limit) {
            throw invalid("ends within a word at offset " + byteOffset());
        }
        position = aligned;
    }

    LinkException invalid(String reason) {
        return invalid(input, reason);
    }

    static LinkException invalid(String input, String reason) {
        return new LinkException(
                Diagnostic.error(Problem.BITCODE_INVALID).withInput(input).withDetail(reason));
    }
}
