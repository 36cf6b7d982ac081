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
 * The table of an archive that says which member defines a symbol.
 *
 * @param archive the whole archive
 * @param format how the table is written
 * @param offset where it starts in the archive
 * @param table its bytes
 */
record ArchiveSymbolTable(ArchiveBytes archive, Format format, int offset, ByteBuffer table) {

    /** Names share no bytes as archivers write them; a hostile table could point each symbol at all of them. */
    private static final int MAX_SHARING = 16;

    /** How a table is written; the number is the width of its fields. */
    enum Format {
        GNU(4),
        GNU_64(8),
        BSD(4),
        BSD_64(8);

        private final int width;

        Format(int width) {
            this.width = width;
        }

        /** The format of the table that has this name; empty if no table has. */
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

    /** The members of each symbol. */
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

    /** A count, as many offsets, as many names one after the other; all big-endian. */
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

    /** The size of an array of pairs, the pairs (where its name is, where its member is), the size of the names. */
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

    /** Written in the byte order of the machine that made it: the one in which its first size makes sense. */
    private ByteOrder bsdOrder() {
        long little = field(table.duplicate().order(ByteOrder.LITTLE_ENDIAN), 0);
        boolean fits = little >= 0 && little <= table.limit() - 2L * format.width;
        return fits ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
    }

    private long field(ByteBuffer fields, long at) {
        requireWithin(at <= table.limit() - format.width);
        return format.width == 4 ? Integer.toUnsignedLong(fields.getInt((int) at)) : fields.getLong((int) at);
    }

    /** A copy: thousands of names are scanned faster in an array, and a JVM that just started notices. */
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
