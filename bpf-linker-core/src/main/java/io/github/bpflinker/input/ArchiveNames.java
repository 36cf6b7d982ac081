package io.github.bpflinker.input;

import java.nio.ByteBuffer;

/**
 * GNU's table of the member names that do not fit a header, each ended by a slash and a new line. A name is cut at the
 * longest path that systems take: a hostile archive could name its whole table in each of its headers.
 */
record ArchiveNames(ArchiveBytes archive, ByteBuffer table) {

    private static final int MAX_NAME = 4096;

    /** The name at {@code at}; {@code header} is the offset of the member that has it. */
    String at(int at, int header) {
        if (at >= table.limit()) {
            throw archive.invalid("name " + at + " of the member at offset " + header + " is not in the name table of "
                    + table.limit() + " bytes");
        }
        int end = at;
        while (end < table.limit() && table.get(end) != '\n' && table.get(end) != 0) {
            end++;
            if (end - at > MAX_NAME) {
                throw archive.invalid("name of the member at offset " + header + " has no end");
            }
        }
        if (end > at && table.get(end - 1) == '/') {
            end--;
        }
        return new ArchiveBytes(archive.archive(), table).text(at, end);
    }

    /** BSD's name before a member's content, padded with NULs. */
    String padded(ByteBuffer field) {
        int end = 0;
        while (end < field.limit() && field.get(end) != 0) {
            end++;
        }
        return new ArchiveBytes(archive.archive(), field).text(0, end);
    }
}
