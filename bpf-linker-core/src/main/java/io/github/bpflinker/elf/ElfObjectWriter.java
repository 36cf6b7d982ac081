package io.github.bpflinker.elf;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes a 64-bit relocatable BPF object. The file has the given sections in their order, then a relocation section for
 * each section with relocations, the symbol table and the string table.
 */
public final class ElfObjectWriter {

    private static final int HEADER_SIZE = 64;
    private static final int SECTION_HEADER_SIZE = 64;
    private static final int SYMBOL_SIZE = 24;
    private static final int RELOCATION_SIZE = 16;
    /** Section indexes from here on are reserved ({@code SHN_LORESERVE}). */
    private static final int MAX_SECTIONS = 0xff00;

    private final ByteOrder order;
    private final List<Section> sections;
    private final List<Symbol> symbols;
    private final ElfNames names = new ElfNames();

    /**
     * A section.
     *
     * @param type {@code sh_type}
     * @param flags {@code sh_flags}
     * @param alignment in bytes
     * @param entrySize {@code sh_entsize}
     * @param size in bytes, which is that of the content unless the type is {@link ElfSection#NOBITS}
     * @param content empty for {@link ElfSection#NOBITS}
     * @param relocations in the order in which they are written
     */
    public record Section(
            String name,
            int type,
            long flags,
            long alignment,
            long entrySize,
            long size,
            ByteBuffer content,
            List<Relocation> relocations) {
        public Section {
            content = content.asReadOnlyBuffer();
            relocations = List.copyOf(relocations);
        }

        @Override
        public ByteBuffer content() {
            return content.duplicate();
        }
    }

    /**
     * A symbol.
     *
     * @param section the number of its section in the list of sections, from 0; -1 if it is undefined
     */
    public record Symbol(
            String name,
            long value,
            long size,
            ElfSymbol.Type type,
            ElfSymbol.Binding binding,
            ElfSymbol.Visibility visibility,
            int section) {}

    /**
     * A relocation of type REL.
     *
     * @param offset in its section, in bytes
     * @param type one of {@code R_BPF_…}
     * @param symbol the number of the symbol in the list of symbols, from 0
     */
    public record Relocation(long offset, int type, int symbol) {}

    private ElfObjectWriter(ByteOrder order, List<Section> sections, List<Symbol> symbols) {
        this.order = order;
        this.sections = sections;
        this.symbols = symbols;
    }

    /**
     * Writes an object.
     *
     * @param symbols those that are local first
     * @throws IllegalArgumentException if a local symbol follows another one, or there are too many sections
     */
    public static ByteBuffer write(ByteOrder order, List<Section> sections, List<Symbol> symbols) {
        return new ElfObjectWriter(order, List.copyOf(sections), List.copyOf(symbols)).write();
    }

    private ByteBuffer write() {
        int firstGlobal = firstGlobal();
        List<Header> headers = new ArrayList<>();
        headers.add(Header.NULL);
        for (Section section : sections) {
            headers.add(new Header(section));
        }
        int symbolTable = 1
                + sections.size()
                + (int) sections.stream()
                        .filter(section -> !section.relocations().isEmpty())
                        .count();
        for (int i = 0; i < sections.size(); i++) {
            Section section = sections.get(i);
            if (!section.relocations().isEmpty()) {
                headers.add(new Header(
                        new Section(
                                ".rel" + section.name(),
                                ElfSection.REL,
                                0,
                                8,
                                RELOCATION_SIZE,
                                0,
                                relocations(section),
                                List.of()),
                        symbolTable,
                        i + 1));
            }
        }
        Section table = new Section(".symtab", ElfSection.SYMTAB, 0, 8, SYMBOL_SIZE, 0, symbolTable(), List.of());
        headers.add(new Header(table, symbolTable + 1, firstGlobal + 1));
        headers.forEach(header -> names.offsetOf(header.section.name()));
        names.offsetOf(".strtab");
        headers.add(new Header(new Section(".strtab", ElfSection.STRTAB, 0, 1, 0, 0, names.content(), List.of())));
        if (headers.size() >= MAX_SECTIONS) {
            throw new IllegalArgumentException(headers.size() + " sections");
        }
        return layOut(headers);
    }

    private int firstGlobal() {
        int first = 0;
        while (first < symbols.size() && symbols.get(first).binding() == ElfSymbol.Binding.LOCAL) {
            first++;
        }
        for (Symbol symbol : symbols.subList(first, symbols.size())) {
            if (symbol.binding() == ElfSymbol.Binding.LOCAL) {
                throw new IllegalArgumentException("local symbol " + symbol.name() + " after a global one");
            }
        }
        return first;
    }

    private ByteBuffer relocations(Section section) {
        ByteBuffer table = ByteBuffer.allocate(section.relocations().size() * RELOCATION_SIZE)
                .order(order);
        for (Relocation relocation : section.relocations()) {
            table.putLong(relocation.offset());
            table.putLong(((long) (relocation.symbol() + 1) << 32) | relocation.type());
        }
        return table.flip();
    }

    private ByteBuffer symbolTable() {
        ByteBuffer table =
                ByteBuffer.allocate((symbols.size() + 1) * SYMBOL_SIZE).order(order);
        table.position(SYMBOL_SIZE);
        for (Symbol symbol : symbols) {
            table.putInt(names.offsetOf(symbol.name()));
            table.put((byte) ((symbol.binding().code() << 4) | symbol.type().code()));
            table.put((byte) symbol.visibility().code());
            table.putShort((short) (symbol.section() + 1));
            table.putLong(symbol.value());
            table.putLong(symbol.size());
        }
        return table.flip();
    }

    private ByteBuffer layOut(List<Header> headers) {
        long end = HEADER_SIZE;
        long[] offsets = new long[headers.size()];
        for (int i = 1; i < offsets.length; i++) {
            Section section = headers.get(i).section;
            end = align(end, Math.max(1, section.alignment()));
            offsets[i] = end;
            end += section.content().remaining();
        }
        long table = align(end, 8);
        ByteBuffer out = ByteBuffer.allocate(Math.toIntExact(table + (long) offsets.length * SECTION_HEADER_SIZE))
                .order(order);
        writeFileHeader(out, table, offsets.length);
        for (int i = 1; i < offsets.length; i++) {
            Header header = headers.get(i);
            out.put(
                    (int) offsets[i],
                    header.section.content(),
                    0,
                    header.section.content().remaining());
            out.position((int) table + i * SECTION_HEADER_SIZE);
            header.write(out, names.offsetOf(header.section.name()), offsets[i]);
        }
        return out.rewind().asReadOnlyBuffer();
    }

    private void writeFileHeader(ByteBuffer out, long sectionHeaders, int count) {
        out.put(new byte[] {0x7f, 'E', 'L', 'F', 2, (byte) (order == ByteOrder.LITTLE_ENDIAN ? 1 : 2), 1});
        out.position(16);
        out.putShort((short) ElfFile.ET_REL).putShort((short) ElfFile.EM_BPF).putInt(1);
        out.putLong(0).putLong(0).putLong(sectionHeaders);
        out.putInt(0).putShort((short) HEADER_SIZE).putShort((short) 0).putShort((short) 0);
        out.putShort((short) SECTION_HEADER_SIZE).putShort((short) count).putShort((short) (count - 1));
    }

    private static long align(long offset, long alignment) {
        return (offset + alignment - 1) / alignment * alignment;
    }

    /** A section with what its header refers to. */
    private record Header(Section section, int link, int info) {
        private static final Header NULL =
                new Header(new Section("", ElfSection.NULL, 0, 0, 0, 0, ByteBuffer.allocate(0), List.of()));

        Header(Section section) {
            this(section, 0, 0);
        }

        void write(ByteBuffer out, int name, long offset) {
            long size = section.type() == ElfSection.NOBITS
                    ? section.size()
                    : section.content().remaining();
            out.putInt(name).putInt(section.type()).putLong(section.flags()).putLong(0);
            out.putLong(offset).putLong(size).putInt(link).putInt(info);
            out.putLong(section.alignment()).putLong(section.entrySize());
        }
    }
}
