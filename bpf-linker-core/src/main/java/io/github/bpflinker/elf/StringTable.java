package io.github.bpflinker.elf;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * A string table section. Names can overlap, so the total size of the decoded names is limited in proportion to the
 * table: a small malicious file could otherwise reference its whole table a million times.
 */
final class StringTable {

    private static final int MAX_SHARING = 8;

    private static final int MIN_BUDGET = 1 << 16;

    private final ElfBytes table;

    private final Map<Long, String> decoded = new HashMap<>();

    private long budget;

    StringTable(ElfBytes table) {
        this.table = table;
        this.budget = (long) table.size() * MAX_SHARING + MIN_BUDGET;
    }

    /** The name at {@code offset}; {@code what} describes its owner in exceptions. */
    String at(long offset, String what) {
        if (offset == 0 && table.size() == 0) {
            return "";
        }
        String known = decoded.get(offset);
        if (known != null) {
            return known;
        }
        String name = decode(offset, what);
        decoded.put(offset, name);
        return name;
    }

    private String decode(long offset, String what) {
        int size = table.size();
        if (offset >= size) {
            throw table.invalid(what + ": name at " + offset + " of a string table of " + size + " bytes");
        }
        ByteBuffer bytes = table.bytes();
        int end = (int) offset;
        while (end < size && bytes.get(end) != 0) {
            end++;
        }
        if (end == size) {
            throw table.invalid(what + ": name at " + offset + " of the string table has no end");
        }
        int length = end - (int) offset;
        budget -= length;
        if (budget < 0) {
            throw table.invalid(what + ": the names of a string table of " + size + " bytes overlap too often");
        }
        byte[] name = new byte[length];
        bytes.get((int) offset, name);
        return new String(name, StandardCharsets.UTF_8);
    }
}
