package io.github.bpflinker.input;

/**
 * A top-level block of bitcode.
 *
 * @param id its block id
 * @param abbreviationWidth the width of its abbreviation ids in bits
 * @param start the offset of its content in bytes
 * @param size the size of its content in bytes
 */
record BitcodeBlock(int id, int abbreviationWidth, int start, int size) {

    /** {@code MODULE_BLOCK_ID}. */
    static final int MODULE = 8;

    private static final int ENTER_SUBBLOCK = 1;
    /** The width of abbreviation ids at the top level, in bits. */
    private static final int TOP_LEVEL_WIDTH = 2;

    /** Whether a block can start with this byte. */
    static boolean canStartWith(byte first) {
        return (first & 3) == ENTER_SUBBLOCK;
    }

    /** Reads the header of the block at the current position of {@code stream}, which must contain the whole block. */
    static BitcodeBlock enter(BitstreamReader stream) {
        int header = stream.byteOffset();
        if (stream.fixed(TOP_LEVEL_WIDTH) != ENTER_SUBBLOCK) {
            throw stream.invalid("no block at offset " + header);
        }
        int id = (int) stream.vbr(8);
        int width = (int) stream.vbr(4);
        stream.align();
        long size = stream.fixed(32) * 4;
        long available = stream.remaining() / 8;
        if (size > available) {
            throw stream.invalid("ends " + (size - available) + " bytes early, within the block at offset " + header);
        }
        if (width < 1 || width > 32) {
            throw stream.invalid("has abbreviation ids of " + width + " bits at offset " + header);
        }
        return new BitcodeBlock(id, width, stream.byteOffset(), (int) size);
    }

    /** The offset of the end of its content. */
    int end() {
        return start + size;
    }
}
