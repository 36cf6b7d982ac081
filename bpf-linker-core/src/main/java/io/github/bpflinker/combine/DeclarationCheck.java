package io.github.bpflinker.combine;

import io.github.bpflinker.btf.Btf;
import io.github.bpflinker.diagnostic.Diagnostic;
import io.github.bpflinker.diagnostic.LinkException;
import io.github.bpflinker.diagnostic.Problem;
import io.github.bpflinker.diagnostic.SourceLocation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Compares the types with which the inputs declare and define a symbol that they share. */
final class DeclarationCheck {

    private final List<RelocatableObject> objects;
    private final List<Diagnostic> found = new ArrayList<>();

    private DeclarationCheck(List<RelocatableObject> objects) {
        this.objects = objects;
    }

    /** @throws LinkException with one finding for each symbol whose types differ */
    static void check(List<RelocatableObject> objects, SymbolMerger symbols) {
        DeclarationCheck check = new DeclarationCheck(objects);
        symbols.globals().forEach(check::check);
        if (!check.found.isEmpty()) {
            throw new LinkException(check.found, null);
        }
    }

    private void check(CombinedSymbol symbol) {
        String name = symbol.name();
        List<RelocatableObject> typed = objects.stream()
                .filter(object -> object.declarations().find(name).isPresent())
                .toList();
        if (typed.size() < 2) {
            return;
        }
        RelocatableObject first = symbol.definer().filter(typed::contains).orElse(typed.get(0));
        for (RelocatableObject object : typed) {
            Optional<String> difference = object == first ? Optional.empty() : difference(name, first, object);
            if (difference.isPresent()) {
                found.add(Diagnostic.error(Problem.DECLARATIONS_DIFFER)
                        .withSymbol(name)
                        .withInput(object.name())
                        .withLocation(location(name, object).orElse(null))
                        .withDetail(difference.get())
                        .withRelated(related(name, first)));
                return;
            }
        }
    }

    private static Optional<String> difference(String name, RelocatableObject first, RelocatableObject object) {
        Optional<Btf> types = object.btf();
        Optional<Btf> firstTypes = first.btf();
        if (types.isEmpty() || firstTypes.isEmpty()) {
            return Optional.empty();
        }
        return TypeComparison.difference(
                types.get(),
                object.declarations().find(name).orElseThrow(),
                firstTypes.get(),
                first.declarations().find(name).orElseThrow());
    }

    private static List<String> related(String name, RelocatableObject object) {
        List<String> related = new ArrayList<>(List.of(object.name()));
        location(name, object).map(SourceLocation::toString).ifPresent(related::add);
        return related;
    }

    private static Optional<SourceLocation> location(String name, RelocatableObject object) {
        return object.file().symbols().stream()
                .filter(symbol -> symbol.name().equals(name) && !symbol.isLocal())
                .findFirst()
                .flatMap(object::location);
    }
}
