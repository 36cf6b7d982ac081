package io.github.bpflinker.combine;

import io.github.bpflinker.btf.Btf;
import io.github.bpflinker.btf.BtfExt;
import io.github.bpflinker.btf.BtfExtReader;
import io.github.bpflinker.btf.BtfReader;
import io.github.bpflinker.diagnostic.Diagnostic;
import io.github.bpflinker.diagnostic.InvalidFileException;
import io.github.bpflinker.diagnostic.Problem;
import io.github.bpflinker.diagnostic.SourceLocation;
import io.github.bpflinker.elf.ElfFile;
import io.github.bpflinker.elf.ElfRelocation;
import io.github.bpflinker.elf.ElfRelocator;
import io.github.bpflinker.elf.ElfSection;
import io.github.bpflinker.elf.ElfSymbol;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An object that is combined with others. Compared by identity. */
final class RelocatableObject {

    private static final String BTF = ".BTF";
    private static final String BTF_EXT = ".BTF.ext";
    /** More is never asked for by compilers; a damaged value would make the result huge. */
    private static final long MAX_ALIGNMENT = 1 << 16;

    private final ElfFile file;
    private final List<ElfSection> sections;
    private final Optional<Btf> btf;
    private final BtfExt ext;
    private final Declarations declarations;
    private final Map<Integer, List<ElfRelocation>> relocations = new HashMap<>();

    private RelocatableObject(ElfFile file) {
        this.file = file;
        this.sections = file.sections().stream()
                .filter(RelocatableObject::isCombined)
                .peek(this::check)
                .toList();
        this.btf = file.section(BTF).map(section -> BtfReader.read(file.name(), ElfRelocator.apply(file, section)));
        this.ext = btf.flatMap(types -> file.section(BTF_EXT)
                        .map(section -> BtfExtReader.read(file.name(), ElfRelocator.apply(file, section), types)))
                .orElse(BtfExt.empty());
        this.declarations = Declarations.of(file, btf);
    }

    /**
     * Reads an object.
     *
     * @throws InvalidFileException if it is damaged, or not a relocatable BPF object of 64 bits
     */
    static RelocatableObject read(ElfFile file) {
        if (file.machine() != ElfFile.EM_BPF || file.type() != ElfFile.ET_REL || !file.is64()) {
            throw invalid(file.name(), "is no relocatable BPF object of 64 bits");
        }
        return new RelocatableObject(file);
    }

    static InvalidFileException invalid(String name, String detail) {
        return new InvalidFileException(
                Diagnostic.error(Problem.ELF_INVALID).withInput(name).withDetail(detail));
    }

    InvalidFileException invalid(String detail) {
        return invalid(name(), detail);
    }

    private static boolean isCombined(ElfSection section) {
        boolean hasContent = section.type() == ElfSection.PROGBITS || section.type() == ElfSection.NOBITS;
        return hasContent && section.isAllocated() && !section.name().equals(".eh_frame");
    }

    private void check(ElfSection section) {
        long alignment = section.alignment();
        if (alignment < 0 || alignment > MAX_ALIGNMENT || Long.bitCount(alignment) > 1) {
            throw invalid("section " + section.name() + " is aligned to " + alignment + " bytes");
        }
        if (section.size() < 0 || section.size() > Integer.MAX_VALUE) {
            throw invalid("section " + section.name() + " has " + Long.toUnsignedString(section.size()) + " bytes");
        }
        if (section.isExecutable() && section.type() == ElfSection.NOBITS) {
            throw invalid("section " + section.name() + " has code and no content");
        }
    }

    String name() {
        return file.name();
    }

    ElfFile file() {
        return file;
    }

    /** The sections that become part of the result: code and data. */
    List<ElfSection> sections() {
        return sections;
    }

    Optional<Btf> btf() {
        return btf;
    }

    BtfExt ext() {
        return ext;
    }

    /** Its functions and variables that other inputs can refer to. */
    Declarations declarations() {
        return declarations;
    }

    /** The relocations of a section. */
    List<ElfRelocation> relocations(ElfSection section) {
        return relocations.computeIfAbsent(section.index(), index -> file.relocations(section));
    }

    /** The source line of an instruction; empty if it is not known. */
    Optional<SourceLocation> location(String section, long offset) {
        BtfExt.LineInfo best = null;
        for (BtfExt.Section<BtfExt.LineInfo> lines : ext.lines()) {
            if (lines.name().equals(section)) {
                for (BtfExt.LineInfo line : lines.entries()) {
                    if (line.offset() <= offset && (best == null || line.offset() >= best.offset())) {
                        best = line;
                    }
                }
            }
        }
        return best == null
                ? Optional.empty()
                : Optional.of(new SourceLocation(best.file(), best.line(), best.column()));
    }

    /** Where a symbol is defined, if it is a function, or where the code first refers to it. */
    Optional<SourceLocation> location(ElfSymbol symbol) {
        Optional<ElfSection> home = file.sectionOf(symbol).filter(ElfSection::isExecutable);
        if (home.isPresent()) {
            return location(home.get().name(), symbol.value());
        }
        for (ElfSection section : sections) {
            if (section.isExecutable()) {
                for (ElfRelocation relocation : relocations(section)) {
                    if (relocation.symbol().index() == symbol.index()) {
                        return location(section.name(), relocation.offset());
                    }
                }
            }
        }
        return Optional.empty();
    }
}
