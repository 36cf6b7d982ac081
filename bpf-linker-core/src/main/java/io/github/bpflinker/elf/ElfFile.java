package io.github.bpflinker.elf;

import io.github.bpflinker.diagnostic.LinkException;
import io.github.bpflinker.diagnostic.Problem;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A read-only view of an ELF file of either class and byte order. Section headers are read eagerly, symbols and
 * relocations on demand; content is not copied. Immutable and thread-safe.
 *
 * <p>Inconsistent values and offsets outside of the file are reported as {@link LinkException} with {@link
 * Problem#ELF_INVALID}, which names the file and the position.
 */
public final class ElfFile {

    /** {@code ET_REL}: an object file, not linked yet. */
    public static final int ET_REL = 1;
    /** {@code EM_BPF}. */
    public static final int EM_BPF = 247;

    private static final int IDENT_SIZE = 16;

    private final ElfBytes file;
    private final List<ElfSection> sections;
    private final @Nullable ElfSection symbolTable;
    private volatile @Nullable List<ElfSymbol> symbols;

    private ElfFile(ElfBytes file, List<ElfSection> sections) {
        this.file = file;
        this.sections = sections;
        this.symbolTable = sections.stream()
                .filter(section -> section.type() == ElfSection.SYMTAB)
                .findFirst()
                .orElse(null);
    }

    /** Whether {@code bytes} begin, at their position, with the magic number of ELF. */
    public static boolean startsLikeElf(ByteBuffer bytes) {
        int at = bytes.position();
        return bytes.remaining() >= 4
                && bytes.get(at) == 0x7f
                && bytes.get(at + 1) == 'E'
                && bytes.get(at + 2) == 'L'
                && bytes.get(at + 3) == 'F';
    }

    /**
     * Reads the file header and the section headers.
     *
     * @param name the name used in error messages
     * @param bytes the file, from position to limit; not copied, so it must not be modified while in use
     */
    public static ElfFile read(String name, ByteBuffer bytes) {
        ByteBuffer whole = bytes.asReadOnlyBuffer().slice();
        if (!startsLikeElf(whole)) {
            throw ElfBytes.invalid(name, "does not start like an ELF file");
        }
        if (whole.limit() < IDENT_SIZE) {
            throw ElfBytes.invalid(name, "ends within the file header");
        }
        int elfClass = whole.get(4);
        int encoding = whole.get(5);
        if (elfClass != 1 && elfClass != 2) {
            throw ElfBytes.invalid(name, "class " + elfClass + " is neither 32 (1) nor 64 bits (2)");
        }
        if (encoding != 1 && encoding != 2) {
            throw ElfBytes.invalid(name, "byte order " + encoding + " is neither little (1) nor big (2)");
        }
        ByteOrder order = encoding == 1 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
        ElfBytes file = new ElfBytes(name, whole.order(order), elfClass == 2);
        file.part(0, file.is64() ? 64 : 52, "file header");
        return new ElfFile(file, ElfTableReader.sections(file));
    }

    /** The name used in error messages. */
    public String name() {
        return file.input();
    }

    public boolean is64() {
        return file.is64();
    }

    public ByteOrder order() {
        return file.order();
    }

    /** {@code e_type}, such as {@link #ET_REL}. */
    public int type() {
        return file.u16(16);
    }

    /** {@code e_machine}, such as {@link #EM_BPF}. */
    public int machine() {
        return file.u16(18);
    }

    /** The whole file, read-only. */
    public ByteBuffer content() {
        return file.bytes().asReadOnlyBuffer().rewind();
    }

    /** The file header, and what follows it. */
    ByteBuffer header() {
        return file.bytes();
    }

    /** All sections, the null section first. */
    public List<ElfSection> sections() {
        return sections;
    }

    /** The first section of that name. */
    public Optional<ElfSection> section(String name) {
        return sections.stream().filter(s -> s.name().equals(name)).findFirst();
    }

    /** The section that defines a symbol; empty if it is undefined, absolute or common. */
    public Optional<ElfSection> sectionOf(ElfSymbol symbol) {
        return symbol.section() > 0 ? Optional.of(sections.get(symbol.section())) : Optional.empty();
    }

    /** All symbols of the symbol table (not the dynamic one), the null symbol first; empty if there is no table. */
    public List<ElfSymbol> symbols() {
        List<ElfSymbol> known = symbols;
        if (known == null) {
            known = ElfTableReader.symbols(this);
            symbols = known;
        }
        return known;
    }

    /** The symbols for dynamic linking ({@code SHT_DYNSYM}), the null symbol first; empty if there is no such table. */
    public List<ElfSymbol> dynamicSymbols() {
        return sections.stream()
                .filter(section -> section.type() == ElfSection.DYNSYM)
                .findFirst()
                .map(table -> ElfTableReader.symbols(this, table))
                .orElse(List.of());
    }

    /** The program headers, in file order. */
    public List<ElfSegment> segments() {
        return ElfSegment.read(file);
    }

    /** The relocations of {@code section} from all its relocation sections, in file order. */
    public List<ElfRelocation> relocations(ElfSection section) {
        List<ElfRelocation> relocations = new ArrayList<>();
        for (ElfSection table : relocationTables()) {
            if (table.info() == section.index()) {
                relocations.addAll(ElfTableReader.relocations(this, table));
            }
        }
        return List.copyOf(relocations);
    }

    /** The relocation sections that refer to the symbol table. */
    List<ElfSection> relocationTables() {
        ElfSection known = symbolTable;
        return sections.stream()
                .filter(table -> table.isRelocations() && known != null && table.link() == known.index())
                .toList();
    }

    @Nullable
    ElfSection symbolTable() {
        return symbolTable;
    }

    ElfSection section(int index, String referrer) {
        if (index < 0 || index >= sections.size()) {
            throw file.invalid(referrer + ": section " + Integer.toUnsignedString(index) + " of " + sections.size());
        }
        return sections.get(index);
    }

    ElfBytes bytesOf(ElfSection section) {
        return new ElfBytes(file.input(), section.content(), file.is64());
    }
}
