package io.github.bpflinker.combine;

import io.github.bpflinker.btf.Btf;
import io.github.bpflinker.btf.BtfLinkage;
import io.github.bpflinker.btf.BtfType;
import io.github.bpflinker.elf.ElfSection;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntUnaryOperator;

/**
 * Joins the DATASECs of the inputs that describe one section. A variable that another input replaces, and the declaration
 * of one that an input defines, are left out.
 */
final class DataSectionMerger {

    /** An offset has 32 bits, the number of variables 16. */
    private static final long MAX_OFFSET = 0xffff_ffffL;

    private static final int MAX_VARIABLES = 0xffff;

    private final SectionLayout layout;
    private final SymbolMerger symbols;
    private final Map<String, List<BtfType.SectionVar>> variables = new LinkedHashMap<>();
    private final Map<String, Long> sizes = new LinkedHashMap<>();
    private final Set<String> declared = new HashSet<>();

    DataSectionMerger(SectionLayout layout, SymbolMerger symbols) {
        this.layout = layout;
        this.symbols = symbols;
    }

    /**
     * Adds the DATASECs of an input.
     *
     * @param newId the id in the result for one of the input
     */
    void add(RelocatableObject object, Btf btf, IntUnaryOperator newId) {
        for (BtfType type : btf.types()) {
            if (type instanceof BtfType.Datasec section) {
                add(object, btf, section, newId);
            }
        }
    }

    private void add(RelocatableObject object, Btf btf, BtfType.Datasec section, IntUnaryOperator newId) {
        Optional<SectionLayout.Place> place = object.file()
                .section(section.name())
                .map(ElfSection::index)
                .flatMap(index -> layout.place(object, index));
        if (place.filter(SectionLayout.Place::repeated).isPresent()) {
            return;
        }
        long base = place.map(SectionLayout.Place::base).orElse(0L);
        List<BtfType.SectionVar> joined = variables.computeIfAbsent(section.name(), name -> new ArrayList<>());
        sizes.merge(section.name(), section.size(), Math::max);
        for (BtfType.SectionVar variable : section.vars()) {
            BtfType type = btf.type(variable.type());
            boolean extern = Declarations.linkage(type)
                    .filter(linkage -> linkage == BtfLinkage.EXTERN)
                    .isPresent();
            if (extern ? isFirstDeclaration(type.name()) : isTaken(object, type.name(), variable.type())) {
                long offset = extern ? variable.offset() : base + variable.offset();
                if (offset > MAX_OFFSET || joined.size() == MAX_VARIABLES) {
                    throw object.invalid(
                            "BTF can't describe that many variables or bytes in section " + section.name());
                }
                joined.add(new BtfType.SectionVar(newId.applyAsInt(variable.type()), offset, variable.size()));
            }
        }
    }

    private boolean isFirstDeclaration(String name) {
        boolean isDefined =
                symbols.global(name).filter(CombinedSymbol::isDefined).isPresent();
        return !isDefined && declared.add(name);
    }

    /** Whether the result has this definition, and not that of another input. */
    private boolean isTaken(RelocatableObject object, String name, int id) {
        return !object.declarations().isShared(name, id)
                || symbols.global(name)
                        .flatMap(CombinedSymbol::definer)
                        .filter(definer -> definer != object)
                        .isEmpty();
    }

    /** The joined DATASECs. */
    List<BtfType> merged() {
        List<BtfType> merged = new ArrayList<>();
        variables.forEach((name, joined) -> {
            if (!joined.isEmpty()) {
                joined.sort(Comparator.comparingLong(BtfType.SectionVar::offset));
                long size = layout.section(name)
                        .map(section -> (long) section.size())
                        .orElse(sizes.getOrDefault(name, 0L));
                merged.add(new BtfType.Datasec(name, size, joined));
            }
        });
        return merged;
    }
}
