package io.github.bpflinker.input;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;

/**
 * The GNU table of member names that do not fit into a header, each terminated by a slash and a newline. The total size
 * of the names read is limited in proportion to the table, because each header of a malicious archive could reference
 * the whole table.
 */
final class ArchiveNames {

    private static final int MAX_SHARING = 8;

    private final ArchiveBytes archive;
    private final ArchiveBytes table;
    private final Map<Integer, String> read = new HashMap<>();
    private long budget;

    ArchiveNames(ArchiveBytes archive, ByteBuffer table) {
        this.archive = archive;
        this.table = new ArchiveBytes(archive.archive(), table);
        this.budget = (long) table.limit() * MAX_SHARING;
    }

    /** The name at {@code at}; {@code header} is the offset of its member, for error messages. */
    String at(int at, int header) {
        String known = read.get(at);
        if (known == null) {
            known = read(at, header);
            read.put(at, known);
        }
        return known;
    }

    private String read(int at, int header) {
        if (at >= table.size()) {
            throw archive.invalid("name " + at + " of the member at offset " + header + " is not in the name table of "
                    + table.size() + " bytes");
        }
        int end = at;
        while (end < table.size()
                && table.bytes().get(end) != '\n'
                && table.bytes().get(end) != 0) {
            end++;
        }
        budget -= end - at;
        if (budget < 0) {
            throw archive.invalid("names overlap too often in the name table of " + table.size() + " bytes");
        }
        if (end > at && table.bytes().get(end - 1) == '/') {
            end--;
        }
        return table.text(at, end);
    }
}
