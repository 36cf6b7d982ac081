package io.github.bpflinker.input;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The symbol table of an archive, which maps symbols to the members that define them.
 *
 * @param archive the whole archive
 * @param format the format of the table
 * @param offset where it starts in the archive
 * @param table its bytes
 */
record ArchiveSymbolTable(ArchiveBytes archive, Format format, int offset, ByteBuffer table) {

    /**
     * The maximum total length of names, in multiples of the table's size. Archivers write names that do not overlap;
     * each symbol of a malicious table could reference all of it.
     */
    private static final int MAX_SHARING = 16;

    /** The table formats, with the width of their fields in bytes. */
    enum Format {
        GNU(4),
        GNU_64(8),
        BSD(4),
        BSD_64(8);

        private final int width;

        Format(int width) {
            this.width = width;
        }

        /** The format of a table with this member name; empty if it is not the name of a table. */
        static Optional<Format> of(String name) {
            return switch (name) {
                case "/" -> Optional.of(GNU);
                case "/SYM64/" -> Optional.of(GNU_64);
                case "__.SYMDEF", "__.SYMDEF SORTED" -> Optional.of(BSD);
                case "__.SYMDEF_64", "__.SYMDEF_64 SORTED" -> Optional.of(BSD_64);
                default -> Optional.empty();
            };
        }
    }

    /** Decodes the table: the members that define each symbol. */
    Map<String, List<ArchiveMember>> resolve(Map<Long, ArchiveMember> byOffset) {
        Map<String, List<ArchiveMember>> symbols = new LinkedHashMap<>();
        if (table.hasRemaining()) {
            if (format == Format.GNU || format == Format.GNU_64) {
                resolveGnu(byOffset, symbols);
            } else {
                resolveBsd(byOffset, symbols);
            }
        }
        for (Map.Entry<String, List<ArchiveMember>> entry : symbols.entrySet()) {
            entry.setValue(List.copyOf(new LinkedHashSet<>(entry.getValue())));
        }
        return symbols;
    }

    /** GNU: a count, that number of member offsets, and the names; big-endian. */
    private void resolveGnu(Map<Long, ArchiveMember> byOffset, Map<String, List<ArchiveMember>> symbols) {
        ByteBuffer fields = table.duplicate().order(ByteOrder.BIG_ENDIAN);
        long count = field(fields, 0);
        if (count < 0 || count > (table.limit() - format.width) / format.width) {
            throw archive.invalid("symbol table at offset " + offset + " counts " + Long.toUnsignedString(count)
                    + " symbols in " + table.limit() + " bytes");
        }
        byte[] text = text();
        int name = (int) (format.width * (count + 1));
        for (int i = 1; i <= count; i++) {
            int end = endOfName(text, name, text.length);
            add(
                    symbols,
                    new String(text, name, end - name, StandardCharsets.UTF_8),
                    field(fields, (long) i * format.width),
                    byOffset);
            name = end + 1;
        }
    }

    /**
     * BSD: the size of an array of pairs, the pairs (name offset, member offset), the size of the names, and the names.
     */
    private void resolveBsd(Map<Long, ArchiveMember> byOffset, Map<String, List<ArchiveMember>> symbols) {
        int width = format.width;
        ByteBuffer fields = table.duplicate().order(bsdOrder());
        long pairs = field(fields, 0);
        requireWithin(pairs >= 0 && pairs <= table.limit() - 2L * width && pairs % (2L * width) == 0);
        long names = pairs + 2L * width;
        long namesSize = field(fields, pairs + width);
        requireWithin(namesSize >= 0 && namesSize <= table.limit() - names);
        long room = namesSize * MAX_SHARING;
        byte[] text = text();
        for (long at = width; at < width + pairs; at += 2L * width) {
            long name = field(fields, at);
            requireWithin(name >= 0 && name < namesSize);
            int start = (int) (names + name);
            int end = endOfName(text, start, (int) (names + namesSize));
            room -= end - start;
            requireWithin(room >= 0);
            add(
                    symbols,
                    new String(text, start, end - start, StandardCharsets.UTF_8),
                    field(fields, at + width),
                    byOffset);
        }
    }

    /** The table is in the byte order of the machine that wrote it: the order in which its first size is valid. */
    private ByteOrder bsdOrder() {
        long little = field(table.duplicate().order(ByteOrder.LITTLE_ENDIAN), 0);
        boolean fits = little >= 0 && little <= table.limit() - 2L * format.width;
        return fits ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
    }

    private long field(ByteBuffer fields, long at) {
        requireWithin(at <= table.limit() - format.width);
        return format.width == 4 ? Integer.toUnsignedLong(fields.getInt((int) at)) : fields.getLong((int) at);
    }

    /**
     * A copy of the table, because scanning an array is faster than scanning a buffer in code that is not compiled yet.
     */
    private byte[] text() {
        byte[] text = new byte[table.limit()];
        table.get(0, text);
        return text;
    }

    private int endOfName(byte[] text, int start, int limit) {
        int end = start;
        while (end < limit && text[end] != 0) {
            end++;
        }
        requireWithin(end < limit);
        return end;
    }

    private void add(
            Map<String, List<ArchiveMember>> symbols,
            String name,
            long memberOffset,
            Map<Long, ArchiveMember> byOffset) {
        ArchiveMember member = byOffset.get(memberOffset);
        if (member == null) {
            throw archive.invalid("symbol table at offset " + offset + " says that " + name + " is at offset "
                    + Long.toUnsignedString(memberOffset) + ", where no member starts");
        }
        List<ArchiveMember> members = symbols.get(name);
        if (members == null) {
            members = new ArrayList<>(1);
            symbols.put(name, members);
        }
        members.add(member);
    }

    private void requireWithin(boolean holds) {
        if (!holds) {
            throw archive.invalid(
                    "symbol table at offset " + offset + " points outside its " + table.limit() + " bytes");
        }
    }
}
