package io.github.bpflinker.input;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * The header of an archive member.
 *
 * @param offset where it starts in the archive
 * @param name its name field without trailing blanks, not interpreted
 * @param size the size of the content in bytes, as recorded in the header
 */
record ArchiveHeader(int offset, String name, long size) {

    static final int SIZE = 60;

    private static final int NAME_SIZE = 16;
    private static final int SIZE_AT = 48;
    private static final int SIZE_SIZE = 10;

    static ArchiveHeader read(ArchiveBytes archive, int offset) {
        ByteBuffer header = archive.part(offset, SIZE, "member header");
        if (header.get(SIZE - 2) != '`' || header.get(SIZE - 1) != '\n') {
            throw archive.invalid("no member header at offset " + offset);
        }
        String size = text(header, SIZE_AT, SIZE_SIZE);
        if (!isNumber(size)) {
            throw archive.invalid("no member size at offset " + (offset + SIZE_AT));
        }
        return new ArchiveHeader(offset, text(header, 0, NAME_SIZE), Long.parseLong(size));
    }

    static boolean isNumber(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return !text.isEmpty();
    }

    private static String text(ByteBuffer header, int from, int length) {
        byte[] field = new byte[length];
        header.get(from, field);
        return new String(field, StandardCharsets.UTF_8).stripTrailing();
    }

    /** The offset of the content; in a thin archive, the end of the header. */
    int contentStart() {
        return offset + SIZE;
    }
}
