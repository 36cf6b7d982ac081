package io.github.bpflinker.link.pass;

import io.github.bpflinker.link.resolve.MemoryBuiltins;
import io.github.bpflinker.llvm.Function;
import io.github.bpflinker.llvm.GlobalValue;
import io.github.bpflinker.llvm.IrLinkage;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Which definitions stay visible in the result: the names that were given or, if none were, whatever a loader looks up.
 * Those are definitions in a section that was named in the source (programs, maps, the license), global data, and
 * functions that are {@code noinline} or weak: global subprograms, which the verifier checks by themselves, and targets
 * of {@code freplace} programs. A function that is {@code noinline} because nothing of its input is to be optimized is none
 * of these.
 */
public final class Exports implements Predicate<GlobalValue> {

    private final Optional<Set<String>> names;
    private final Set<String> never;
    private final boolean subprograms;
    private final boolean builtins;

    /**
     * Makes the rule.
     *
     * @param names exactly these; if absent, whatever a loader looks up
     */
    public Exports(Optional<Set<String>> names) {
        this(names, Set.of(), true, true);
    }

    private Exports(Optional<Set<String>> names, Set<String> never, boolean subprograms, boolean builtins) {
        this.names = names.map(Set::copyOf);
        this.never = Set.copyOf(never);
        this.subprograms = subprograms;
        this.builtins = builtins;
    }

    /** The same rule, but that functions without a section stay visible only by name: for kernels that know no calls. */
    public Exports withoutSubprograms() {
        return new Exports(names, never, false, builtins);
    }

    /**
     * The same rule without the memory builtins, whoever defines them and whatever names were given: rustc lists those of a
     * crate, and the kernel verifies a global function by itself and refuses one that returns no number.
     */
    public Exports withoutMemoryBuiltins() {
        return new Exports(names, never, subprograms, false);
    }

    /** The same rule for all but some definitions; names that were given stay exported. */
    public Exports except(Set<String> hidden) {
        return new Exports(names, hidden, subprograms, builtins);
    }

    /** The names that were given; empty if none were. */
    public Set<String> names() {
        return names.orElse(Set.of());
    }

    /** Whether a definition that is not local to its module stays visible. */
    @Override
    public boolean test(GlobalValue definition) {
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

    /** Whether the source, and not a compiler, chose its section. */
    static boolean isPlaced(GlobalValue definition) {
        String section = definition.section();
        return !section.isEmpty() && !isCompilerData(section);
    }

    /** Sections that compilers put things into by themselves. */
    private static boolean isCompilerData(String section) {
        return section.startsWith("llvm.")
                || section.startsWith(".llvm")
                || section.startsWith(".text")
                || section.startsWith(".rodata")
                || section.startsWith(".data")
                || section.startsWith(".bss");
    }
}
