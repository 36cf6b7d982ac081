package io.github.bpflinker.btf;

import io.github.bpflinker.diagnostic.LinkException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The bytes of a {@code .BTF} or {@code .BTF.ext} section. Both start with eight bytes of the same layout: magic,
 * version, flags and length of the header.
 */
final class SectionBytes {

    static final int MAGIC = 0xeb9f;
    static final int VERSION = 1;

    private static final int PREFIX_LENGTH = 8;

    private final String input;
    private final String section;
    private final ByteBuffer bytes;
    private final int headerLength;

    private SectionBytes(String input, String section, ByteBuffer bytes, int headerLength) {
        this.input = input;
        this.section = section;
        this.bytes = bytes;
        this.headerLength = headerLength;
    }

    /** @param leastHeader the minimum length of the header, in bytes */
    static SectionBytes read(String input, String section, ByteBuffer content, int leastHeader) {
        ByteBuffer bytes = content.slice();
        if (bytes.limit() < PREFIX_LENGTH) {
            throw BtfErrors.at(input, 0, section + " of " + bytes.limit() + " bytes ends within its header");
        }
        bytes.order(orderOf(input, section, bytes));
        if (bytes.get(2) != VERSION) {
            throw BtfErrors.at(input, 2, section + " of version " + Byte.toUnsignedInt(bytes.get(2)));
        }
        if (bytes.get(3) != 0) {
            throw BtfErrors.at(input, 3, section + " with unknown flags " + Byte.toUnsignedInt(bytes.get(3)));
        }
        int headerLength = bytes.getInt(4);
        if (headerLength < leastHeader || headerLength > bytes.limit()) {
            throw BtfErrors.at(
                    input,
                    4,
                    "header of " + Integer.toUnsignedString(headerLength) + " bytes in a section of " + bytes.limit());
        }
        return new SectionBytes(input, section, bytes, headerLength);
    }

    private static ByteOrder orderOf(String input, String section, ByteBuffer bytes) {
        int magic = Short.toUnsignedInt(bytes.order(ByteOrder.BIG_ENDIAN).getShort(0));
        if (magic == MAGIC) {
            return ByteOrder.BIG_ENDIAN;
        }
        if (magic == Integer.reverseBytes(MAGIC << Short.SIZE)) {
            return ByteOrder.LITTLE_ENDIAN;
        }
        throw BtfErrors.at(input, 0, section + " starts with 0x" + Integer.toHexString(magic) + ", no BTF magic");
    }

    /** The name of the file or buffer in error messages. */
    String input() {
        return input;
    }

    ByteOrder order() {
        return bytes.order();
    }

    int headerLength() {
        return headerLength;
    }

    /**
     * The start of a part of the section. The header holds its offset from the end of the header at {@code field},
     * followed by its length.
     */
    int partStart(int field, String what) {
        long start = Integer.toUnsignedLong(bytes.getInt(field));
        long length = Integer.toUnsignedLong(bytes.getInt(field + 4));
        if (start + length > bytes.limit() - headerLength) {
            throw at(field, what + " at " + start + ", " + length + " bytes, lies outside the section");
        }
        return headerLength + (int) start;
    }

    /** The length of the part of {@link #partStart}, in bytes. */
    int partLength(int field) {
        return bytes.getInt(field + 4);
    }

    int i32(int offset) {
        return bytes.getInt(offset);
    }

    long u32(int offset) {
        return Integer.toUnsignedLong(bytes.getInt(offset));
    }

    byte[] copy(int offset, int length) {
        byte[] copy = new byte[length];
        bytes.get(offset, copy);
        return copy;
    }

    LinkException at(long offset, String reason) {
        return BtfErrors.at(input, offset, section.equals(".BTF") ? reason : section + ": " + reason);
    }
}
