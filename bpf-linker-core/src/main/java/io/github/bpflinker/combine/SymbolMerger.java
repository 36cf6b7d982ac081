package io.github.bpflinker.combine;

import io.github.bpflinker.diagnostic.Diagnostic;
import io.github.bpflinker.diagnostic.LinkException;
import io.github.bpflinker.diagnostic.Problem;
import io.github.bpflinker.elf.ElfSymbol;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Resolves the symbols of the inputs by the rules of ELF: a strong definition replaces weak ones, of several weak ones
 * the first is taken, and local symbols stay apart.
 */
final class SymbolMerger {

    private final SectionLayout layout;
    private final Map<String, CombinedSymbol> globals = new LinkedHashMap<>();
    private final List<CombinedSymbol> locals = new ArrayList<>();
    private final Map<CombinedSection, CombinedSymbol> sectionSymbols = new HashMap<>();
    private final Map<RelocatableObject, Map<Integer, CombinedSymbol>> byInput = new HashMap<>();
    private final Map<String, List<RelocatableObject>> duplicates = new LinkedHashMap<>();

    private SymbolMerger(SectionLayout layout) {
        this.layout = layout;
    }

    /**
     * Resolves the symbols of all inputs.
     *
     * @throws LinkException if a symbol has two strong definitions
     */
    static SymbolMerger of(List<RelocatableObject> objects, SectionLayout layout) {
        SymbolMerger merger = new SymbolMerger(layout);
        objects.forEach(merger::add);
        merger.requireNoDuplicates();
        return merger;
    }

    private void add(RelocatableObject object) {
        Map<Integer, CombinedSymbol> ofObject = new HashMap<>();
        byInput.put(object, ofObject);
        for (ElfSymbol symbol : object.file().symbols()) {
            combine(object, symbol).ifPresent(combined -> ofObject.put(symbol.index(), combined));
        }
    }

    private Optional<CombinedSymbol> combine(RelocatableObject object, ElfSymbol symbol) {
        if (symbol.index() == 0 || symbol.type() == ElfSymbol.Type.FILE) {
            return Optional.empty();
        }
        if (symbol.section() < 0) {
            throw object.invalid("symbol " + symbol.name() + " is absolute or common, which BPF has no use for");
        }
        if (symbol.section() == ElfSymbol.UNDEFINED) {
            return symbol.isUndefined() ? Optional.of(reference(symbol)) : Optional.empty();
        }
        Optional<SectionLayout.Place> place = layout.place(object, symbol.section());
        if (place.isEmpty()) {
            return Optional.empty();
        }
        if (symbol.type() == ElfSymbol.Type.SECTION) {
            return Optional.of(sectionSymbols.computeIfAbsent(place.get().section(), CombinedSymbol::new));
        }
        check(object, symbol, object.file().sections().get(symbol.section()).size());
        return Optional.of(symbol.isLocal() ? local(object, symbol, place.get()) : global(object, symbol, place.get()));
    }

    private static void check(RelocatableObject object, ElfSymbol symbol, long sizeOfSection) {
        boolean inside = symbol.value() >= 0
                && symbol.size() >= 0
                && symbol.value() <= sizeOfSection
                && symbol.size() <= sizeOfSection - symbol.value();
        if (!inside) {
            throw object.invalid("symbol " + symbol.name() + " lies outside its section");
        }
    }

    private CombinedSymbol reference(ElfSymbol symbol) {
        CombinedSymbol known = globals.computeIfAbsent(symbol.name(), name -> new CombinedSymbol(symbol));
        known.refer(symbol);
        return known;
    }

    private CombinedSymbol local(RelocatableObject object, ElfSymbol symbol, SectionLayout.Place place) {
        CombinedSymbol combined = new CombinedSymbol(symbol);
        combined.define(object, symbol, place);
        if (!place.repeated()) {
            locals.add(combined);
        }
        return combined;
    }

    private CombinedSymbol global(RelocatableObject object, ElfSymbol symbol, SectionLayout.Place place) {
        CombinedSymbol known = globals.computeIfAbsent(symbol.name(), name -> new CombinedSymbol(symbol));
        boolean weak = symbol.binding() == ElfSymbol.Binding.WEAK;
        if (!known.isDefined() || (known.binding() == ElfSymbol.Binding.WEAK && !weak)) {
            known.define(object, symbol, place);
        } else {
            known.refer(symbol);
            boolean sameContent = place.repeated() && known.section().equals(Optional.of(place.section()));
            if (!weak && !sameContent) {
                duplicates
                        .computeIfAbsent(symbol.name(), name -> new ArrayList<>())
                        .add(object);
            }
        }
        return known;
    }

    private void requireNoDuplicates() {
        List<Diagnostic> found = new ArrayList<>();
        duplicates.forEach((name, objects) -> {
            CombinedSymbol first = globals.get(name);
            found.add(Diagnostic.error(Problem.SYMBOL_DUPLICATE)
                    .withSymbol(name)
                    .withInput(
                            first == null
                                    ? null
                                    : first.definer()
                                            .map(RelocatableObject::name)
                                            .orElse(null))
                    .withRelated(objects.stream().map(RelocatableObject::name).toList()));
        });
        if (!found.isEmpty()) {
            throw new LinkException(found, null);
        }
    }

    /** The symbol of the result for one of an input; empty if it lies in a section that is not part of the result. */
    Optional<CombinedSymbol> symbol(RelocatableObject object, ElfSymbol symbol) {
        return Optional.ofNullable(byInput.getOrDefault(object, Map.of()).get(symbol.index()));
    }

    /** The symbol of that name that all inputs share. */
    Optional<CombinedSymbol> global(String name) {
        return Optional.ofNullable(globals.get(name));
    }

    /** The symbols that all inputs share, in the order in which they were met. */
    List<CombinedSymbol> globals() {
        return new ArrayList<>(globals.values());
    }

    /** All symbols of the result, local ones first. */
    List<CombinedSymbol> inOrder() {
        Stream<CombinedSymbol> sections =
                layout.sections().stream().map(sectionSymbols::get).filter(symbol -> symbol != null);
        Stream<CombinedSymbol> local =
                Stream.concat(locals.stream(), globals.values().stream().filter(CombinedSymbol::isLocal));
        return Stream.of(sections, local, globals.values().stream().filter(symbol -> !symbol.isLocal()))
                .flatMap(symbols -> symbols)
                .toList();
    }
}
