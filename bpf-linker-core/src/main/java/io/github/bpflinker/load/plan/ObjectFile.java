package io.github.bpflinker.load.plan;

import io.github.bpflinker.elf.ElfFile;
import io.github.bpflinker.elf.ElfRelocation;
import io.github.bpflinker.elf.ElfSection;
import io.github.bpflinker.elf.ElfSymbol;
import io.github.bpflinker.elf.OptionalSection;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The parts of an ELF file that loaders use, by libbpf's rules for names and types. */
final class ObjectFile {

    static final String TEXT = ".text";
    static final String MAPS = ".maps";
    static final String KCONFIG = ".kconfig";
    static final String KSYMS = ".ksyms";

    private static final String ARENA = ".addr_space.1";
    private static final String JUMP_TABLES = ".jumptables";

    private final ElfFile elf;
    private final List<ElfSymbol> symbols;

    private ObjectFile(ElfFile elf) {
        this.elf = elf;
        this.symbols = elf.symbols();
    }

    static ObjectFile read(String name, ByteBuffer bytes) {
        return of(ElfFile.read(name, bytes));
    }

    static ObjectFile of(ElfFile elf) {
        if (!elf.is64()) {
            throw malformed(elf.name(), "it is a 32-bit ELF file; BPF objects have 64 bits");
        }
        if (elf.type() != ElfFile.ET_REL || (elf.machine() != ElfFile.EM_BPF && elf.machine() != 0)) {
            throw malformed(
                    elf.name(),
                    "it is no BPF object: ELF type " + elf.type() + ", machine " + elf.machine() + " instead of "
                            + ElfFile.ET_REL + " and " + ElfFile.EM_BPF);
        }
        return new ObjectFile(elf);
    }

    static PlanException malformed(String name, String detail) {
        return new PlanException(name, new PlanProblem.Malformed(detail));
    }

    PlanException malformed(String detail) {
        return malformed(elf.name(), detail);
    }

    PlanException fail(PlanProblem problem) {
        return new PlanException(elf.name(), problem);
    }

    ElfFile elf() {
        return elf;
    }

    List<ElfSymbol> symbols() {
        return symbols;
    }

    List<ElfSection> sections() {
        return elf.sections();
    }

    Optional<ElfSection> section(String name) {
        for (ElfSection section : elf.sections()) {
            if (section.name().equals(name)) {
                return Optional.of(section);
            }
        }
        return Optional.empty();
    }

    /** The section with an index; null if it does not exist. */
    @Nullable
    ElfSection sectionAt(int index) {
        return index > 0 && index < elf.sections().size() ? elf.sections().get(index) : null;
    }

    List<ElfRelocation> relocations(ElfSection section) {
        return elf.relocations(section);
    }

    static boolean isCode(ElfSection section) {
        return section.type() == ElfSection.PROGBITS && section.size() > 0 && section.isExecutable();
    }

    /** The kind of global data of a section; null if it is not global data. */
    static PlannedMap.@Nullable Kind dataKind(ElfSection section) {
        String name = section.name();
        if (section.size() == 0 || section.isExecutable()) {
            return null;
        }
        if (section.type() == ElfSection.NOBITS) {
            return isOrExtends(name, ".bss") ? PlannedMap.Kind.BSS : null;
        }
        if (section.type() != ElfSection.PROGBITS) {
            return null;
        }
        if (isOrExtends(name, ".data")) {
            return PlannedMap.Kind.DATA;
        }
        if (isOrExtends(name, ".rodata")) {
            return PlannedMap.Kind.RODATA;
        }
        return isOrExtends(name, ".percpu") ? PlannedMap.Kind.PERCPU : null;
    }

    private static boolean isOrExtends(String name, String base) {
        return name.startsWith(base) && (name.length() == base.length() || name.charAt(base.length()) == '.');
    }

    static boolean isMaps(ElfSection section) {
        return section.name().equals(MAPS);
    }

    static boolean isLegacyMaps(ElfSection section) {
        return section.type() == ElfSection.PROGBITS
                && (section.name().equals("maps") || section.name().startsWith("maps/"));
    }

    static boolean isStructOps(ElfSection section) {
        String name = OptionalSection.withoutMark(section.name());
        return section.type() == ElfSection.PROGBITS
                && section.size() > 0
                && (name.equals(".struct_ops") || name.equals(".struct_ops.link"));
    }

    static boolean isArena(ElfSection section) {
        return section.type() == ElfSection.PROGBITS
                && section.size() > 0
                && section.name().equals(ARENA);
    }

    static boolean isJumpTables(ElfSection section) {
        return section.type() == ElfSection.PROGBITS
                && section.size() > 0
                && section.name().equals(JUMP_TABLES);
    }

    /** Whether it is an extern by libbpf's rules: an undefined global symbol without a type. */
    static boolean isExtern(ElfSymbol symbol) {
        return symbol.section() == ElfSymbol.UNDEFINED && symbol.isShared() && symbol.type() == ElfSymbol.Type.NOTYPE;
    }

    /** The name of a symbol; for a section symbol, that of the section. */
    String nameOf(ElfSymbol symbol) {
        if (!symbol.name().isEmpty()) {
            return symbol.name();
        }
        ElfSection section = sectionAt(symbol.section());
        return section == null ? "" : section.name();
    }
}
