package io.github.bpflinker.elf;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Writes relocatable ELF files of either class and byte order, by hand, for what compilers do not make. */
public final class ElfBuilder {

    private static final int SHN_XINDEX = 0xffff;
    /** Stands for the index of the symbol table, which is known at the end. */
    private static final int OF_SYMBOLS = -1;

    private record Section(String name, int type, long flags, ByteBuffer content, int link, int info, int entrySize) {}

    private record Symbol(String name, int info, int section, long value, long size) {}

    private final boolean is64;
    private final ByteOrder order;
    private final List<Section> sections = new ArrayList<>();
    private final List<Symbol> symbols = new ArrayList<>();
    private boolean extended;
    private int type = ElfFile.ET_REL;

    public ElfBuilder(boolean is64, ByteOrder order) {
        this.is64 = is64;
        this.order = order;
        sections.add(new Section("", ElfSection.NULL, 0, ByteBuffer.allocate(0), 0, 0, 0));
        symbols.add(new Symbol("", 0, 0, 0, 0));
    }

    /** Writes section counts and indexes the way that files with 65,280 sections or more need. */
    public ElfBuilder withExtendedNumbers() {
        extended = true;
        return this;
    }

    public ElfBuilder ofType(int elfType) {
        type = elfType;
        return this;
    }

    /** Adds a section; its index is the number of calls so far. */
    public ElfBuilder section(String name, int sectionType, long flags, byte[] content) {
        sections.add(new Section(name, sectionType, flags, ByteBuffer.wrap(content), 0, 0, 0));
        return this;
    }

    /** Adds a section of REL records for the section with index {@code target}. */
    public ElfBuilder relocations(String name, int target, byte[] records) {
        int entrySize = is64 ? 16 : 8;
        sections.add(new Section(name, ElfSection.REL, 0, ByteBuffer.wrap(records), OF_SYMBOLS, target, entrySize));
        return this;
    }

    /** Adds a symbol; its index is the number of calls so far. */
    public ElfBuilder symbol(String name, int binding, int symbolType, int section, long value, long size) {
        symbols.add(new Symbol(name, binding << 4 | symbolType, section, value, size));
        return this;
    }

    public ByteBuffer build() {
        List<Section> all = new ArrayList<>(sections);
        int symbolTable = all.size();
        ByteArrayOutputStream names = new ByteArrayOutputStream();
        names.write(0);
        all.add(new Section(".symtab", ElfSection.SYMTAB, 0, symbolTable(names), symbolTable + 1, 1, is64 ? 24 : 16));
        all.add(new Section(".strtab", ElfSection.STRTAB, 0, ByteBuffer.wrap(names.toByteArray()), 0, 0, 0));
        if (extended) {
            all.add(new Section(".symtab_shndx", ElfSection.SYMTAB_SHNDX, 0, extendedIndexes(), symbolTable, 0, 4));
        }
        ByteArrayOutputStream sectionNames = new ByteArrayOutputStream();
        List<Integer> nameOffsets = new ArrayList<>();
        for (Section section : all) {
            nameOffsets.add(append(sectionNames, section.name()));
        }
        nameOffsets.add(append(sectionNames, ".shstrtab"));
        all.add(new Section(".shstrtab", ElfSection.STRTAB, 0, ByteBuffer.wrap(sectionNames.toByteArray()), 0, 0, 0));
        return write(all, nameOffsets);
    }

    public byte[] bytes() {
        ByteBuffer file = build();
        byte[] bytes = new byte[file.remaining()];
        file.get(bytes);
        return bytes;
    }

    private ByteBuffer write(List<Section> all, List<Integer> nameOffsets) {
        int headerSize = is64 ? 64 : 52;
        int sectionHeaderSize = is64 ? 64 : 40;
        int contentSize = all.stream().mapToInt(s -> s.content().limit()).sum();
        ByteBuffer file = buffer(headerSize + contentSize + all.size() * sectionHeaderSize);
        file.position(headerSize);
        List<Integer> offsets = new ArrayList<>();
        for (Section section : all) {
            offsets.add(file.position());
            file.put(section.content().duplicate());
        }
        int headers = file.position();
        for (int i = 0; i < all.size(); i++) {
            writeHeader(file, all, i, nameOffsets.get(i), offsets.get(i));
        }
        file.position(0);
        file.put(new byte[] {0x7f, 'E', 'L', 'F', (byte) (is64 ? 2 : 1), (byte) (isLittle() ? 1 : 2), 1});
        file.position(16);
        file.putShort((short) type).putShort((short) ElfFile.EM_BPF).putInt(1);
        putWord(file, 0);
        putWord(file, 0);
        putWord(file, headers);
        file.putInt(0).putShort((short) headerSize).putShort((short) 0).putShort((short) 0);
        file.putShort((short) sectionHeaderSize);
        file.putShort((short) (extended ? 0 : all.size()));
        file.putShort((short) (extended ? SHN_XINDEX : all.size() - 1));
        return file.rewind();
    }

    private void writeHeader(ByteBuffer file, List<Section> all, int index, int name, int offset) {
        Section section = all.get(index);
        boolean counts = extended && index == 0;
        file.putInt(name).putInt(section.type());
        putWord(file, section.flags());
        putWord(file, 0);
        putWord(file, offset);
        putWord(file, counts ? all.size() : section.content().limit());
        int link = section.link() == OF_SYMBOLS ? sections.size() : section.link();
        file.putInt(counts ? all.size() - 1 : link).putInt(section.info());
        putWord(file, 1);
        putWord(file, section.entrySize());
    }

    private ByteBuffer symbolTable(ByteArrayOutputStream names) {
        ByteBuffer table = buffer(symbols.size() * (is64 ? 24 : 16));
        for (Symbol symbol : symbols) {
            int name = append(names, symbol.name());
            short section = (short) (extended && symbol.section() > 0 ? SHN_XINDEX : symbol.section());
            table.putInt(name);
            if (is64) {
                table.put((byte) symbol.info()).put((byte) 0).putShort(section);
                table.putLong(symbol.value()).putLong(symbol.size());
            } else {
                table.putInt((int) symbol.value()).putInt((int) symbol.size());
                table.put((byte) symbol.info()).put((byte) 0).putShort(section);
            }
        }
        return table.rewind();
    }

    private ByteBuffer extendedIndexes() {
        ByteBuffer indexes = buffer(symbols.size() * 4);
        symbols.forEach(symbol -> indexes.putInt(symbol.section()));
        return indexes.rewind();
    }

    private static int append(ByteArrayOutputStream names, String name) {
        int offset = names.size();
        names.writeBytes(name.getBytes(StandardCharsets.UTF_8));
        names.write(0);
        return offset;
    }

    private void putWord(ByteBuffer buffer, long value) {
        if (is64) {
            buffer.putLong(value);
        } else {
            buffer.putInt((int) value);
        }
    }

    private ByteBuffer buffer(int size) {
        return ByteBuffer.allocate(size).order(order);
    }

    private boolean isLittle() {
        return order == ByteOrder.LITTLE_ENDIAN;
    }
}
