package io.github.bpflinker.corpus;

import io.github.bpflinker.elf.ElfFile;
import io.github.bpflinker.elf.ElfSection;
import io.github.bpflinker.elf.ElfSymbol;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a loader sees of an object. */
record ObjectShape(ElfFile elf) {

    private static final Set<String> MAP_SECTIONS = Set.of("maps", ".maps");

    boolean isLittleEndian() {
        return elf.order() == ByteOrder.LITTLE_ENDIAN;
    }

    /** {@code section:function} of everything in executable sections but {@code .text}, sorted. */
    Set<String> programs() {
        return names(section -> section.isExecutable() && !section.name().equals(".text"), ElfSymbol.Type.FUNC, true);
    }

    /** The names of the maps, sorted. */
    Set<String> maps() {
        return names(section -> MAP_SECTIONS.contains(section.name()), ElfSymbol.Type.OBJECT, false);
    }

    private Set<String> names(Predicate<ElfSection> wanted, ElfSymbol.Type type, boolean qualified) {
        Set<String> names = new TreeSet<>();
        for (ElfSymbol symbol : elf.symbols()) {
            elf.sectionOf(symbol)
                    .filter(wanted)
                    .filter(section -> symbol.type() == type)
                    .ifPresent(section -> names.add((qualified ? section.name() + ":" : "") + symbol.name()));
        }
        return names;
    }

    /** {@code section symbol} of each relocation in allocated sections, sorted, as often as it is there. */
    List<String> relocations() {
        List<String> relocations = new ArrayList<>();
        for (ElfSection section : elf.sections()) {
            if (section.isAllocated()) {
                elf.relocations(section).forEach(r -> relocations.add(section.name() + " " + target(r.symbol())));
            }
        }
        relocations.sort(null);
        return relocations;
    }

    private String target(ElfSymbol symbol) {
        if (symbol.type() != ElfSymbol.Type.SECTION) {
            return symbol.name();
        }
        return elf.sectionOf(symbol).map(ElfSection::name).orElse("");
    }

    /** The words that describe each symbol of that name: binding, type, visibility, section, {@code size=N}. */
    List<Set<String>> symbols(String name) {
        return elf.symbols().stream()
                .filter(symbol -> symbol.name().equals(name))
                .map(this::describe)
                .toList();
    }

    private Set<String> describe(ElfSymbol symbol) {
        String section = elf.sectionOf(symbol).map(ElfSection::name).orElse("ABSOLUTE");
        return Stream.of(
                        symbol.binding().name(),
                        symbol.type().name(),
                        symbol.visibility().name(),
                        symbol.isUndefined() ? "UNDEFINED" : section,
                        "size=" + symbol.size())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    Set<String> undefined() {
        Set<String> names = new TreeSet<>();
        elf.symbols().stream().filter(ElfSymbol::isUndefined).forEach(symbol -> names.add(symbol.name()));
        return names;
    }
}
