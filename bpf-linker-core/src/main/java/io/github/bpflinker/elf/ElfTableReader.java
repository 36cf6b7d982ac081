package io.github.bpflinker.elf;

import java.util.ArrayList;
import java.util.List;

/** Reads the tables of an ELF file: section headers, symbols, relocations. */
final class ElfTableReader {

    private static final int SHN_LORESERVE = 0xff00;
    private static final int SHN_XINDEX = 0xffff;
    /**
     * The maximum total size of tables, in multiples of the file's size. A malicious file could contain many
     * overlapping tables.
     */
    private static final int MAX_OVERLAP = 2;

    private ElfTableReader() {}

    static List<ElfSection> sections(ElfBytes file) {
        long offset = file.word(32, 40);
        if (offset == 0) {
            return List.of();
        }
        int entrySize = file.u16(file.is64() ? 58 : 46);
        int expected = file.is64() ? 64 : 40;
        if (entrySize != expected) {
            throw file.invalid("section headers of " + entrySize + " bytes, not " + expected);
        }
        ElfBytes first = file.part(offset, entrySize, "section header 0");
        long count = file.u16(file.is64() ? 60 : 48);
        if (count == 0) {
            count = first.word(20, 32);
        }
        long namesIndex = file.u16(file.is64() ? 62 : 50);
        if (namesIndex == SHN_XINDEX) {
            namesIndex = first.u32(first.is64() ? 40 : 24);
        }
        if (count < 0 || count > file.size() / entrySize) {
            throw file.invalid(
                    Long.toUnsignedString(count) + " section headers in a file of " + file.size() + " bytes");
        }
        ElfBytes headers = file.part(offset, count * entrySize, "section header table");
        return sections(file, headers, (int) count, namesIndex);
    }

    private static List<ElfSection> sections(ElfBytes file, ElfBytes headers, int count, long namesIndex) {
        int entrySize = headers.is64() ? 64 : 40;
        StringTable names = new StringTable(namesOf(file, headers, count, namesIndex));
        List<ElfSection> sections = new ArrayList<>(count);
        long room = (long) file.size() * MAX_OVERLAP;
        for (int i = 0; i < count; i++) {
            ElfBytes header = headers.part((long) i * entrySize, entrySize, "section header " + i);
            ElfSection section = section(file, header, i, names);
            room -= section.content().remaining();
            if (room < 0) {
                throw file.invalid("section " + i + " overlaps others");
            }
            sections.add(section);
        }
        return List.copyOf(sections);
    }

    private static ElfBytes namesOf(ElfBytes file, ElfBytes headers, int count, long index) {
        if (index == ElfSymbol.UNDEFINED) {
            return file.part(0, 0, "no names");
        }
        if (index >= count) {
            throw file.invalid("section names in section " + index + " of " + count);
        }
        int entrySize = headers.is64() ? 64 : 40;
        return content(file, headers.part(index * entrySize, entrySize, "section header " + index), (int) index);
    }

    private static ElfSection section(ElfBytes file, ElfBytes header, int index, StringTable names) {
        boolean is64 = header.is64();
        return new ElfSection(
                index,
                names.at(header.u32(0), "section " + index),
                header.i32(4),
                header.word(8, 8),
                header.word(12, 16),
                index == 0 ? 0 : header.word(20, 32),
                header.i32(is64 ? 40 : 24),
                header.i32(is64 ? 44 : 28),
                header.word(32, 48),
                header.word(36, 56),
                content(file, header, index).bytes());
    }

    private static ElfBytes content(ElfBytes file, ElfBytes header, int index) {
        int type = header.i32(4);
        if (type == ElfSection.NULL || type == ElfSection.NOBITS) {
            return file.part(0, 0, "no content");
        }
        return file.part(header.word(16, 24), header.word(20, 32), "section " + index);
    }

    /** The symbols of the file's {@code SHT_SYMTAB}, the null symbol included; empty if it has none. */
    static List<ElfSymbol> symbols(ElfFile file) {
        ElfSection table = file.symbolTable();
        return table == null ? List.of() : symbols(file, table);
    }

    /** The symbols of a table, the null symbol included. */
    static List<ElfSymbol> symbols(ElfFile file, ElfSection table) {
        String what = "symbol table, section " + table.index();
        ElfBytes bytes = file.bytesOf(table);
        int entrySize = bytes.is64() ? 24 : 16;
        int count = bytes.count(entrySize, what);
        StringTable names = new StringTable(file.bytesOf(file.section(table.link(), what)));
        ElfBytes extended = extendedIndexes(file, table);
        List<ElfSymbol> symbols = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            ElfBytes entry = bytes.part((long) i * entrySize, entrySize, "symbol " + i);
            symbols.add(symbol(file, entry, i, names, extended));
        }
        return List.copyOf(symbols);
    }

    private static ElfBytes extendedIndexes(ElfFile file, ElfSection table) {
        for (ElfSection section : file.sections()) {
            if (section.type() == ElfSection.SYMTAB_SHNDX && section.link() == table.index()) {
                return file.bytesOf(section);
            }
        }
        return file.bytesOf(table).part(0, 0, "no extended indexes");
    }

    private static ElfSymbol symbol(ElfFile file, ElfBytes entry, int index, StringTable names, ElfBytes extended) {
        boolean is64 = entry.is64();
        int info = entry.u8(is64 ? 4 : 12);
        int other = entry.u8(is64 ? 5 : 13);
        int section = entry.u16(is64 ? 6 : 14);
        if (section == SHN_XINDEX) {
            section = extended.part(index * 4L, 4, "extended section index of symbol " + index)
                    .i32(0);
            file.section(section, "symbol " + index);
        } else if (section >= SHN_LORESERVE) {
            section -= 0x10000;
        } else {
            file.section(section, "symbol " + index);
        }
        return new ElfSymbol(
                index,
                names.at(entry.u32(0), "symbol " + index),
                entry.word(4, 8),
                entry.word(8, 16),
                ElfSymbol.Type.of(info),
                ElfSymbol.Binding.of(info),
                ElfSymbol.Visibility.of(other),
                section);
    }

    /** The records of one relocation section. */
    static List<ElfRelocation> relocations(ElfFile file, ElfSection table) {
        String what = "relocations, section " + table.index();
        boolean withAddend = table.type() == ElfSection.RELA;
        ElfBytes bytes = file.bytesOf(table);
        int word = bytes.is64() ? 8 : 4;
        int entrySize = word * (withAddend ? 3 : 2);
        int count = bytes.count(entrySize, what);
        List<ElfSymbol> symbols = file.symbols();
        List<ElfRelocation> relocations = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            ElfBytes entry = bytes.part((long) i * entrySize, entrySize, what);
            long info = entry.word(4, 8);
            long symbol = entry.is64() ? info >>> 32 : info >>> 8;
            if (symbol >= symbols.size()) {
                throw bytes.invalid(what + ", record " + i + ": symbol " + symbol + " of " + symbols.size());
            }
            relocations.add(new ElfRelocation(
                    entry.word(0, 0),
                    (int) (entry.is64() ? info : info & 0xff),
                    symbols.get((int) symbol),
                    withAddend ? addend(entry) : 0));
        }
        return relocations;
    }

    private static long addend(ElfBytes entry) {
        return entry.is64() ? entry.i64(16) : entry.i32(8);
    }
}
