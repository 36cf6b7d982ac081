package io.github.bpflinker.combine;

import io.github.bpflinker.btf.Btf;
import io.github.bpflinker.btf.BtfType;
import io.github.bpflinker.diagnostic.SourceLocation;
import io.github.bpflinker.elf.ElfRelocation;
import io.github.bpflinker.elf.ElfSection;
import io.github.bpflinker.elf.ElfSymbol;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds what the inputs refer to and neither an input nor a loader defines. */
final class UndefinedSymbols {

    /** Loaders define what is declared in these: symbols and functions of the kernel, and its configuration. */
    private static final Set<String> FOR_LOADERS = Set.of(".ksyms", ".kconfig");

    private final List<RelocatableObject> objects;
    private final Set<String> forLoaders = new HashSet<>();

    private UndefinedSymbols(List<RelocatableObject> objects) {
        this.objects = objects;
        objects.forEach(object -> object.btf().ifPresent(this::addDeclarations));
    }

    /** The undefined symbols that are used, in the order in which they were met. */
    static List<CombinedObject.Reference> in(List<RelocatableObject> objects, SymbolMerger symbols) {
        UndefinedSymbols finder = new UndefinedSymbols(objects);
        List<CombinedObject.Reference> found = new ArrayList<>();
        for (CombinedSymbol symbol : symbols.globals()) {
            if (!symbol.isDefined() && !finder.forLoaders.contains(symbol.name())) {
                finder.firstUse(symbol).ifPresent(found::add);
            }
        }
        return found;
    }

    private void addDeclarations(Btf btf) {
        for (BtfType type : btf.types()) {
            if (type instanceof BtfType.Datasec section && FOR_LOADERS.contains(section.name())) {
                section.vars()
                        .forEach(variable ->
                                forLoaders.add(btf.type(variable.type()).name()));
            }
        }
    }

    private Optional<CombinedObject.Reference> firstUse(CombinedSymbol symbol) {
        for (RelocatableObject object : objects) {
            for (ElfSection section : object.sections()) {
                for (ElfRelocation relocation : object.relocations(section)) {
                    if (relocation.symbol().isUndefined()
                            && relocation.symbol().name().equals(symbol.name())) {
                        return Optional.of(reference(symbol, object, section, relocation.offset()));
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static CombinedObject.Reference reference(
            CombinedSymbol symbol, RelocatableObject object, ElfSection section, long offset) {
        Optional<String> function = object.file().symbols().stream()
                .filter(user -> user.type() == ElfSymbol.Type.FUNC
                        && user.section() == section.index()
                        && user.value() <= offset
                        && offset - user.value() < user.size())
                .map(ElfSymbol::name)
                .findFirst();
        Optional<SourceLocation> location = object.location(section.name(), offset);
        return new CombinedObject.Reference(
                symbol.name(), symbol.binding() == ElfSymbol.Binding.WEAK, object.name(), function, location);
    }
}
