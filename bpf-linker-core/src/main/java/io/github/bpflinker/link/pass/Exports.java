package io.github.bpflinker.link.pass;

import io.github.bpflinker.link.resolve.MemoryBuiltins;
import io.github.bpflinker.llvm.Function;
import io.github.bpflinker.llvm.GlobalValue;
import io.github.bpflinker.llvm.IrLinkage;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The rule for which definitions stay visible in the result: those with given names or, without names, those that a
 * loader looks up. These are definitions with a section in the source (programs, maps, the license), global data, and
 * functions that are {@code noinline} or weak: global subprograms, which the verifier checks separately, and targets of
 * {@code freplace} programs. Functions that are {@code noinline} only because of {@code optnone} are not included.
 */
public final class Exports implements Predicate<GlobalValue> {

    private final Optional<Set<String>> names;
    private final Set<String> never;
    private final Set<String> always;
    private final boolean subprograms;
    private final boolean builtins;

    /**
     * Creates the rule.
     *
     * @param names the exported names; if absent, the definitions that a loader looks up are exported
     */
    public Exports(Optional<Set<String>> names) {
        this(names, Set.of(), Set.of(), true, true);
    }

    private Exports(
            Optional<Set<String>> names, Set<String> never, Set<String> always, boolean subprograms, boolean builtins) {
        this.names = names.map(Set::copyOf);
        this.never = Set.copyOf(never);
        this.always = Set.copyOf(always);
        this.subprograms = subprograms;
        this.builtins = builtins;
    }

    /**
     * Returns a rule that exports functions without a section only by name, for kernels without calls between BPF
     * functions.
     */
    public Exports withoutSubprograms() {
        return new Exports(names, never, always, false, builtins);
    }

    /**
     * Returns a rule that never exports the memory builtins, even by name. rustc lists those of a crate as exports, and
     * the kernel, which verifies global functions separately, rejects functions that do not return a scalar.
     */
    public Exports withoutMemoryBuiltins() {
        return new Exports(names, never, always, subprograms, false);
    }

    /** Returns a rule that excludes the definitions {@code hidden}, unless they are exported by name. */
    public Exports except(Set<String> hidden) {
        return new Exports(names, hidden, always, subprograms, builtins);
    }

    /** Returns a rule that exports also these, because compiled objects of the link refer to them. */
    public Exports with(Set<String> referenced) {
        return new Exports(names, never, referenced, subprograms, builtins);
    }

    /** The given names; empty if none were given. */
    public Set<String> names() {
        return names.orElse(Set.of());
    }

    /** Whether a definition, which must not be local to its module, stays visible. */
    @Override
    public boolean test(GlobalValue definition) {
        if (always.contains(definition.name())) {
            return true;
        }
        if (!builtins && MemoryBuiltins.NAMES.contains(definition.name()) && !isPlaced(definition)) {
            return false;
        }
        return names.map(given -> given.contains(definition.name()))
                .orElseGet(() -> !never.contains(definition.name()) && isForLoader(definition));
    }

    private boolean isForLoader(GlobalValue definition) {
        if (isPlaced(definition)) {
            return true;
        }
        IrLinkage linkage = definition.linkage();
        boolean discardable = linkage == IrLinkage.LINK_ONCE_ANY || linkage == IrLinkage.LINK_ONCE_ODR;
        return switch (definition.kind()) {
            case VARIABLE -> !discardable;
            case FUNCTION ->
                subprograms
                        && !MemoryBuiltins.NAMES.contains(definition.name())
                        && (linkage == IrLinkage.WEAK_ANY
                                || linkage == IrLinkage.WEAK_ODR
                                || (!discardable && isKeptFromInlining((Function) definition)));
            case ALIAS, IFUNC -> linkage == IrLinkage.WEAK_ANY || linkage == IrLinkage.WEAK_ODR;
        };
    }

    private static boolean isKeptFromInlining(Function function) {
        return function.hasAttribute("noinline") && !function.hasAttribute("optnone");
    }

    /** Whether its section was set in the source and not by a compiler. */
    static boolean isPlaced(GlobalValue definition) {
        String section = definition.section();
        return !section.isEmpty() && !isCompilerData(section);
    }

    /** Whether compilers use the section on their own. */
    private static boolean isCompilerData(String section) {
        return section.startsWith("llvm.")
                || section.startsWith(".llvm")
                || section.startsWith(".text")
                || section.startsWith(".rodata")
                || section.startsWith(".data")
                || section.startsWith(".bss");
    }
}
