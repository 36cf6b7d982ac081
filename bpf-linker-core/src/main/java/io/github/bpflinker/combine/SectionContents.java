package io.github.bpflinker.combine;

import io.github.bpflinker.elf.ElfRelocation;
import io.github.bpflinker.elf.ElfSection;
import io.github.bpflinker.elf.ElfSymbol;
import io.github.bpflinker.elf.Instruction;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * The bytes and relocations of a section of the result. A relocation that refers to a section of an input has its offset
 * in that section at the relocated place; it is increased by what comes before that section in the result.
 */
final class SectionContents {

    /** The position of the immediate operand in an instruction. */
    private static final int IMMEDIATE = 4;

    private final CombinedSection section;
    private final SymbolMerger symbols;
    private final SectionLayout layout;
    private final ByteBuffer bytes;
    private final List<Moved> relocations = new ArrayList<>();

    /**
     * A relocation of the result.
     *
     * @param offset in the section, in bytes
     * @param type one of {@code R_BPF_…}
     */
    record Moved(long offset, int type, CombinedSymbol symbol) {}

    private SectionContents(CombinedSection section, SymbolMerger symbols, SectionLayout layout, ByteOrder order) {
        this.section = section;
        this.symbols = symbols;
        this.layout = layout;
        this.bytes = ByteBuffer.allocate(section.type() == ElfSection.NOBITS ? 0 : section.size())
                .order(order);
    }

    /**
     * Joins the parts of a section.
     *
     * @throws io.github.bpflinker.diagnostic.InvalidFileException if a relocation can't be moved
     */
    static SectionContents of(CombinedSection section, SymbolMerger symbols, SectionLayout layout, ByteOrder order) {
        SectionContents contents = new SectionContents(section, symbols, layout, order);
        section.parts().forEach(contents::add);
        return contents;
    }

    ByteBuffer bytes() {
        return bytes.duplicate().order(bytes.order());
    }

    List<Moved> relocations() {
        return relocations;
    }

    private void add(CombinedSection.Part part) {
        ByteBuffer content = part.section().content();
        if (part.section().type() != ElfSection.NOBITS) {
            bytes.put((int) part.base(), content, content.position(), content.remaining());
        }
        for (ElfRelocation relocation : part.object().relocations(part.section())) {
            move(part, relocation);
        }
    }

    private void move(CombinedSection.Part part, ElfRelocation relocation) {
        RelocatableObject object = part.object();
        String place = "relocation at " + relocation.offset() + " of section " + section.name();
        if (relocation.addend() != 0) {
            throw object.invalid(place + " has an addend of its own (RELA), which BPF does not use");
        }
        int width = width(relocation.type());
        if (width == 0) {
            throw object.invalid(place + " has the unknown type " + relocation.type());
        }
        if (relocation.offset() < 0
                || relocation.offset() > part.section().content().remaining() - width) {
            throw object.invalid(place + " lies outside the section");
        }
        CombinedSymbol symbol = symbols.symbol(object, relocation.symbol())
                .orElseThrow(() -> object.invalid(place + " refers to what is not part of the program: "
                        + describe(object, relocation.symbol())));
        long offset = part.base() + relocation.offset();
        if (symbol.type() == ElfSymbol.Type.SECTION) {
            long base = layout.place(object, relocation.symbol().section())
                    .orElseThrow()
                    .base();
            increase((int) offset, relocation.type(), base);
        }
        relocations.add(new Moved(offset, relocation.type(), symbol));
    }

    private static String describe(RelocatableObject object, ElfSymbol symbol) {
        if (!symbol.name().isEmpty()) {
            return symbol.name();
        }
        return object.file().sectionOf(symbol).map(ElfSection::name).orElse("no symbol");
    }

    /** The bytes from the offset of a relocation to the end of what it changes; 0 if its type is not known. */
    private int width(int type) {
        return switch (type) {
            case ElfRelocation.R_BPF_64_64 -> section.isExecutable() ? 2 * Instruction.SIZE : Long.BYTES;
            case ElfRelocation.R_BPF_64_ABS64, ElfRelocation.R_BPF_64_32 -> Long.BYTES;
            case ElfRelocation.R_BPF_64_ABS32, ElfRelocation.R_BPF_64_NODYLD32 -> Integer.BYTES;
            default -> 0;
        };
    }

    private void increase(int offset, int type, long base) {
        switch (type) {
            case ElfRelocation.R_BPF_64_32 -> increaseInt(offset + IMMEDIATE, base / Instruction.SIZE);
            case ElfRelocation.R_BPF_64_ABS32, ElfRelocation.R_BPF_64_NODYLD32 -> increaseInt(offset, base);
            case ElfRelocation.R_BPF_64_64 -> {
                if (section.isExecutable()) {
                    increaseInt(offset + IMMEDIATE, base);
                } else {
                    bytes.putLong(offset, bytes.getLong(offset) + base);
                }
            }
            default -> bytes.putLong(offset, bytes.getLong(offset) + base);
        }
    }

    private void increaseInt(int offset, long base) {
        bytes.putInt(offset, (int) (bytes.getInt(offset) + base));
    }
}
