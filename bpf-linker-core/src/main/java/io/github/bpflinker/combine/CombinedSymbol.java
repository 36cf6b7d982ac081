package io.github.bpflinker.combine;

import io.github.bpflinker.elf.ElfSymbol;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A symbol of the result. */
final class CombinedSymbol {

    private final String name;
    private ElfSymbol.Type type;
    private ElfSymbol.Binding binding;
    private ElfSymbol.Visibility visibility;
    private @Nullable CombinedSection section;
    private @Nullable RelocatableObject definer;
    private @Nullable ElfSymbol definition;
    private long value;
    private long size;

    /** A symbol that is not defined yet. */
    CombinedSymbol(ElfSymbol first) {
        this.name = first.name();
        this.type = first.type();
        this.binding = first.binding();
        this.visibility = first.visibility();
    }

    /** The symbol of a section. */
    CombinedSymbol(CombinedSection section) {
        this.name = "";
        this.type = ElfSymbol.Type.SECTION;
        this.binding = ElfSymbol.Binding.LOCAL;
        this.visibility = ElfSymbol.Visibility.DEFAULT;
        this.section = section;
    }

    /** Gives it the definition of an input, in place of an earlier one. */
    void define(RelocatableObject object, ElfSymbol symbol, SectionLayout.Place place) {
        definer = object;
        definition = symbol;
        section = place.section();
        type = symbol.type();
        binding = symbol.binding();
        value = place.base() + symbol.value();
        size = symbol.size();
        restrict(symbol);
    }

    /** Takes in another reference: it has to be defined if one of them says so. */
    void refer(ElfSymbol symbol) {
        if (!isDefined() && binding == ElfSymbol.Binding.WEAK) {
            binding = symbol.binding();
        }
        restrict(symbol);
    }

    /** The visibility of all declarations and definitions is the most restrictive one of them, as ELF says. */
    private void restrict(ElfSymbol symbol) {
        ElfSymbol.Visibility other = symbol.visibility();
        boolean narrower = visibility == ElfSymbol.Visibility.DEFAULT
                || (other != ElfSymbol.Visibility.DEFAULT && other.compareTo(visibility) < 0);
        if (narrower) {
            visibility = other;
        }
    }

    /** Hides it from other objects. */
    void makeLocal() {
        binding = ElfSymbol.Binding.LOCAL;
        visibility = ElfSymbol.Visibility.DEFAULT;
    }

    String name() {
        return name;
    }

    ElfSymbol.Type type() {
        return type;
    }

    ElfSymbol.Binding binding() {
        return binding;
    }

    ElfSymbol.Visibility visibility() {
        return visibility;
    }

    boolean isLocal() {
        return binding == ElfSymbol.Binding.LOCAL;
    }

    boolean isDefined() {
        return section != null;
    }

    /** The section that it lies in; empty if it is undefined. */
    Optional<CombinedSection> section() {
        return Optional.ofNullable(section);
    }

    /** The input with its definition. */
    Optional<RelocatableObject> definer() {
        return Optional.ofNullable(definer);
    }

    /** The symbol of that input. */
    Optional<ElfSymbol> definition() {
        return Optional.ofNullable(definition);
    }

    /** Its offset in its section. */
    long value() {
        return value;
    }

    /** In bytes. */
    long size() {
        return size;
    }
}
