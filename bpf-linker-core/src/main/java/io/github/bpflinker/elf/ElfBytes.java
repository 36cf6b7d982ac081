package io.github.bpflinker.elf;

import io.github.bpflinker.diagnostic.Diagnostic;
import io.github.bpflinker.diagnostic.InvalidFileException;
import io.github.bpflinker.diagnostic.Problem;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The bytes of an ELF file or of a part of it, read according to its class and byte order. */
record ElfBytes(String input, ByteBuffer bytes, boolean is64) {

    /** A part of these bytes; {@code what} names it in the exception if it is out of bounds. */
    ElfBytes part(long offset, long size, String what) {
        int limit = bytes.limit();
        if (offset < 0 || size < 0 || offset > limit || size > limit - offset) {
            throw invalid(what + " at offset " + Long.toUnsignedString(offset) + ", " + Long.toUnsignedString(size)
                    + " bytes, is not within the file's " + limit + " bytes");
        }
        ByteBuffer slice = bytes.slice((int) offset, (int) size).order(order());
        return new ElfBytes(input, slice, is64);
    }

    ByteOrder order() {
        return bytes.order();
    }

    int size() {
        return bytes.limit();
    }

    int u8(int offset) {
        return Byte.toUnsignedInt(bytes.get(offset));
    }

    int u16(int offset) {
        return Short.toUnsignedInt(bytes.getShort(offset));
    }

    int i32(int offset) {
        return bytes.getInt(offset);
    }

    long u32(int offset) {
        return Integer.toUnsignedLong(bytes.getInt(offset));
    }

    long i64(int offset) {
        return bytes.getLong(offset);
    }

    /** A field that is 8 bytes wide in a 64-bit file and 4 in a 32-bit one. */
    long word(int offset32, int offset64) {
        return is64 ? i64(offset64) : u32(offset32);
    }

    /** The number of records in a table of records of {@code entrySize} bytes. */
    int count(int entrySize, String what) {
        if (size() % entrySize != 0) {
            throw invalid(what + ": " + size() + " bytes are no multiple of " + entrySize);
        }
        return size() / entrySize;
    }

    InvalidFileException invalid(String place) {
        return invalid(input, place);
    }

    static InvalidFileException invalid(String input, String place) {
        return new InvalidFileException(
                Diagnostic.error(Problem.ELF_INVALID).withInput(input).withDetail(place));
    }
}
