package io.github.bpflinker.elf;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * Writes a modified copy of a 64-bit relocatable object: sections are dropped, renamed or get new content, and symbols
 * are renamed. The symbols and relocations of a dropped section are dropped too, and indexes are renumbered. The order
 * of sections and symbols does not change.
 */
public final class ElfRewriter {

    private static final int HEADER_SIZE = 64;
    private static final int SECTION_HEADER_SIZE = 64;
    private static final int SYMBOL_SIZE = 24;
    private static final int SHNDX_OF_SYMBOL = 6;
    private static final int OFFSET_OF_SHOFF = 40;
    private static final int OFFSET_OF_SHNUM = 60;
    private static final int OFFSET_OF_SHSTRNDX = 62;

    private final ElfFile file;
    private final Map<String, ByteBuffer> replaced;
    private final Map<String, String> renamed;
    private final UnaryOperator<String> sectionNames;
    private final List<ElfSection> kept;
    private final Map<Integer, Integer> newSectionIndex = new LinkedHashMap<>();
    private final Map<Integer, Integer> newSymbolIndex = new LinkedHashMap<>();
    private final ElfNames strings = new ElfNames();

    private ElfRewriter(
            ElfFile file,
            Predicate<ElfSection> drop,
            Map<String, ByteBuffer> replaced,
            Map<String, String> renamed,
            UnaryOperator<String> sectionNames) {
        this.file = file;
        this.replaced = replaced;
        this.renamed = renamed;
        this.sectionNames = sectionNames;
        this.kept = keptSections(file, drop);
        kept.forEach(section -> newSectionIndex.put(section.index(), newSectionIndex.size()));
    }

    /**
     * Writes a modified copy of {@code file}.
     *
     * @param file a 64-bit object with one symbol table and without extended section numbering, as LLVM writes it
     * @param drop selects the sections to drop
     * @param replaced new content by section name
     * @param renamed new symbol names by current name
     * @return the new file, in the byte order of the old one
     */
    public static ByteBuffer rewrite(
            ElfFile file, Predicate<ElfSection> drop, Map<String, ByteBuffer> replaced, Map<String, String> renamed) {
        return rewrite(file, drop, replaced, renamed, UnaryOperator.identity());
    }

    /**
     * Writes a modified copy of {@code file} that also renames sections.
     *
     * @param sectionNames new section names by current name; the keys of {@code replaced} are current names
     */
    public static ByteBuffer rewrite(
            ElfFile file,
            Predicate<ElfSection> drop,
            Map<String, ByteBuffer> replaced,
            Map<String, String> renamed,
            UnaryOperator<String> sectionNames) {
        if (!file.is64() || file.type() != ElfFile.ET_REL) {
            throw new IllegalArgumentException(file.name() + " is no 64-bit relocatable object");
        }
        return new ElfRewriter(file, drop, replaced, renamed, sectionNames).rewrite();
    }

    private static List<ElfSection> keptSections(ElfFile file, Predicate<ElfSection> drop) {
        List<ElfSection> kept = new ArrayList<>();
        for (ElfSection section : file.sections()) {
            boolean dropped = section.index() != 0
                    && (drop.test(section)
                            || (section.isRelocations()
                                    && drop.test(file.sections().get(section.info()))));
            if (!dropped) {
                kept.add(section);
            }
        }
        return kept;
    }

    private ByteBuffer rewrite() {
        numberSymbols();
        Map<Integer, ByteBuffer> contents = new LinkedHashMap<>();
        for (ElfSection section : kept) {
            contents.put(section.index(), content(section));
        }
        kept.forEach(section -> strings.offsetOf(sectionNames.apply(section.name())));
        int tableOfStrings = stringTableIndex();
        contents.put(tableOfStrings, strings.content());
        return layOut(contents);
    }

    private void numberSymbols() {
        for (ElfSymbol symbol : file.symbols()) {
            boolean stays = symbol.section() <= 0 || newSectionIndex.containsKey(symbol.section());
            if (stays) {
                newSymbolIndex.put(symbol.index(), newSymbolIndex.size());
            }
        }
    }

    private ByteBuffer content(ElfSection section) {
        ByteBuffer other = replaced.get(section.name());
        if (other != null) {
            return other.duplicate();
        }
        if (section.type() == ElfSection.SYMTAB) {
            return symbolTable(section);
        }
        return section.isRelocations() ? relocations(section) : section.content();
    }

    private ByteBuffer symbolTable(ElfSection section) {
        ByteBuffer old = section.content();
        ByteBuffer table =
                ByteBuffer.allocate(newSymbolIndex.size() * SYMBOL_SIZE).order(file.order());
        for (ElfSymbol symbol : file.symbols()) {
            if (!newSymbolIndex.containsKey(symbol.index())) {
                continue;
            }
            int start = table.position();
            table.put(old.slice(symbol.index() * SYMBOL_SIZE, SYMBOL_SIZE));
            table.putInt(start, strings.offsetOf(renamed.getOrDefault(symbol.name(), symbol.name())));
            if (symbol.section() > 0) {
                table.putShort(start + SHNDX_OF_SYMBOL, (short) newIndexOf(symbol.section()));
            }
        }
        return table.flip();
    }

    /** Renumbers the symbols of relocations: the upper half of the second word of REL and RELA entries. */
    private ByteBuffer relocations(ElfSection section) {
        ByteBuffer old = section.content();
        int entrySize = Math.toIntExact(section.entrySize());
        ByteBuffer table = ByteBuffer.allocate(old.remaining()).order(file.order());
        for (int at = 0; at + entrySize <= old.limit(); at += entrySize) {
            long info = old.getLong(at + 8);
            Integer symbol = newSymbolIndex.get((int) (info >>> 32));
            if (symbol == null) {
                continue;
            }
            int start = table.position();
            table.put(old.slice(at, entrySize));
            table.putLong(start + 8, ((long) symbol << 32) | (info & 0xffff_ffffL));
        }
        return table.flip();
    }

    /** The index of the string table of section names, in which LLVM also stores the symbol names. */
    private int stringTableIndex() {
        return Short.toUnsignedInt(file.header().getShort(OFFSET_OF_SHSTRNDX));
    }

    private ByteBuffer layOut(Map<Integer, ByteBuffer> contents) {
        long[] offsets = new long[kept.size()];
        long end = HEADER_SIZE;
        for (int i = 1; i < kept.size(); i++) {
            end = align(end, Math.max(1, kept.get(i).alignment()));
            offsets[i] = end;
            end += contentSize(kept.get(i), contents);
        }
        long headers = align(end, 8);
        ByteBuffer out = ByteBuffer.allocate(Math.toIntExact(headers + (long) kept.size() * SECTION_HEADER_SIZE))
                .order(file.order());
        out.put(0, file.header(), 0, HEADER_SIZE);
        out.putLong(OFFSET_OF_SHOFF, headers);
        out.putShort(OFFSET_OF_SHNUM, (short) kept.size());
        out.putShort(OFFSET_OF_SHSTRNDX, (short) newIndexOf(stringTableIndex()));
        for (int i = 1; i < kept.size(); i++) {
            ElfSection section = kept.get(i);
            ByteBuffer content = contents.get(section.index());
            if (section.type() != ElfSection.NOBITS && content != null) {
                out.put((int) offsets[i], content, content.position(), content.remaining());
            }
            writeHeader(out, (int) headers + i * SECTION_HEADER_SIZE, section, offsets[i], contents);
        }
        return out.rewind().asReadOnlyBuffer();
    }

    private static long contentSize(ElfSection section, Map<Integer, ByteBuffer> contents) {
        ByteBuffer content = contents.get(section.index());
        return section.type() == ElfSection.NOBITS || content == null ? 0 : content.remaining();
    }

    private void writeHeader(
            ByteBuffer out, int at, ElfSection section, long offset, Map<Integer, ByteBuffer> contents) {
        long size = section.type() == ElfSection.NOBITS ? section.size() : contentSize(section, contents);
        out.putInt(at, strings.offsetOf(sectionNames.apply(section.name())));
        out.putInt(at + 4, section.type());
        out.putLong(at + 8, section.flags());
        out.putLong(at + 16, section.address());
        out.putLong(at + 24, offset);
        out.putLong(at + 32, size);
        out.putInt(at + 40, newIndexOf(section.link()));
        out.putInt(at + 44, info(section));
        out.putLong(at + 48, section.alignment());
        out.putLong(at + 56, section.entrySize());
    }

    private int info(ElfSection section) {
        if (section.isRelocations()) {
            return newIndexOf(section.info());
        }
        if (section.type() == ElfSection.SYMTAB) {
            // The index of the first symbol that is not local.
            return (int) newSymbolIndex.keySet().stream()
                    .filter(old -> old < section.info())
                    .count();
        }
        return section.info();
    }

    /** The new index of a section; 0, the null section, for a dropped one. */
    private int newIndexOf(int section) {
        return newSectionIndex.getOrDefault(section, 0);
    }

    private static long align(long offset, long alignment) {
        return (offset + alignment - 1) / alignment * alignment;
    }
}
