package io.github.bpflinker.btf;

import io.github.bpflinker.diagnostic.LinkException;
import io.github.bpflinker.diagnostic.Problem;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads {@code .BTF.ext} sections. Records may be longer than the known layout; the remainder is skipped, as loaders
 * do.
 *
 * <p>A truncated or inconsistent section is a {@link LinkException} with {@link Problem#BTF_INVALID}, whose detail
 * holds the offset in the section and the reason.
 */
public final class BtfExtReader {

    private static final int LEAST_HEADER = 24;
    private static final int FUNCTIONS = 8;
    private static final int LINES = 16;
    private static final int RELOCATIONS = 24;
    private static final int HEADER_WITH_RELOCATIONS = 32;

    private final SectionBytes section;
    private final Btf btf;
    private final BtfStrings.Decoder strings;

    private BtfExtReader(SectionBytes section, Btf btf, BtfStrings strings) {
        this.section = section;
        this.btf = btf;
        this.strings = strings.decoder();
    }

    /**
     * Reads the {@code .BTF.ext} section that belongs to {@code btf}.
     *
     * @param name the name used in error messages
     * @param bytes the section, from position to limit
     * @param btf the result of {@link BtfReader} for the {@code .BTF} section of the same object, which holds the
     *     strings
     * @throws IllegalArgumentException if {@code btf} was not created by {@link BtfReader}
     */
    public static BtfExt read(String name, ByteBuffer bytes, Btf btf) {
        BtfStrings strings = btf.strings();
        if (strings == null) {
            throw new IllegalArgumentException("BTF without its string section");
        }
        SectionBytes section = SectionBytes.read(name, ".BTF.ext", bytes, LEAST_HEADER);
        if (!section.order().equals(btf.order())) {
            throw section.at(0, section.order() + ", but .BTF is " + btf.order());
        }
        BtfExtReader reader = new BtfExtReader(section, btf, strings);
        boolean hasRelocations = section.headerLength() >= HEADER_WITH_RELOCATIONS;
        return new BtfExt(
                reader.part(FUNCTIONS, 8, "func_info", reader::function),
                reader.part(LINES, 16, "line_info", reader::line),
                hasRelocations ? reader.part(RELOCATIONS, 16, "core_relo", reader::relocation) : List.of());
    }

    private interface RecordReader<T> {
        T read(int at);
    }

    private <T extends BtfExt.Entry> List<BtfExt.Section<T>> part(
            int field, int leastRecord, String what, RecordReader<T> reader) {
        int start = section.partStart(field, what);
        int length = section.partLength(field);
        if (length == 0) {
            return List.of();
        }
        int end = start + length;
        if (start % 4 != 0 || length < 4) {
            throw section.at(start, what + " of " + length + " bytes is cut off or not aligned to 4 bytes");
        }
        long recordSize = section.u32(start);
        if (recordSize < leastRecord || recordSize % 4 != 0 || recordSize > length) {
            throw section.at(start, what + " with records of " + recordSize + " bytes");
        }
        List<BtfExt.Section<T>> sections = new ArrayList<>();
        int at = start + 4;
        while (at < end) {
            BtfExt.Section<T> next = section(at, end, (int) recordSize, what, reader);
            sections.add(next);
            at += 8 + next.entries().size() * (int) recordSize;
        }
        return sections;
    }

    private <T extends BtfExt.Entry> BtfExt.Section<T> section(
            int at, int end, int recordSize, String what, RecordReader<T> reader) {
        if (end - at < 8) {
            throw section.at(at, what + " ends within the head of a section");
        }
        String name = string(at);
        long count = section.u32(at + 4);
        if (count == 0 || count * recordSize > end - at - 8) {
            throw section.at(at + 4L, what + " of section " + name + " has " + count + " records");
        }
        List<T> entries = new ArrayList<>((int) count);
        for (int i = 0; i < count; i++) {
            entries.add(reader.read(at + 8 + i * recordSize));
        }
        return new BtfExt.Section<>(name, entries);
    }

    private BtfExt.FuncInfo function(int at) {
        return new BtfExt.FuncInfo(section.u32(at), type(at + 4));
    }

    private BtfExt.LineInfo line(int at) {
        int lineAndColumn = section.i32(at + 12);
        return new BtfExt.LineInfo(
                section.u32(at),
                string(at + 4),
                string(at + 8),
                lineAndColumn >>> 10,
                lineAndColumn & BtfExt.LineInfo.MAX_COLUMN);
    }

    private CoreRelocation relocation(int at) {
        int code = section.i32(at + 12);
        CoreRelocation.Kind kind = CoreRelocation.Kind.ofCode(code)
                .orElseThrow(() -> section.at(at + 12L, "core_relo of unknown kind " + Integer.toUnsignedString(code)));
        return new CoreRelocation(section.u32(at), type(at + 4), string(at + 8), kind);
    }

    private int type(int field) {
        int type = section.i32(field);
        if (type < 0 || type >= btf.typeCount()) {
            throw section.at(field, "refers to type " + Integer.toUnsignedString(type) + " of " + btf.typeCount());
        }
        return type;
    }

    private String string(int field) {
        int offset = section.i32(field);
        String string = strings.at(offset);
        if (string == null) {
            throw section.at(
                    field,
                    "string at " + Integer.toUnsignedString(offset)
                            + (strings.overlap() ? ": strings overlap too often" : " lies outside the strings"));
        }
        return string;
    }
}
