package io.github.bpflinker.link.pass;

import io.github.bpflinker.diagnostic.Diagnostic;
import io.github.bpflinker.diagnostic.Problem;
import io.github.bpflinker.diagnostic.Severity;
import io.github.bpflinker.kernel.table.KernelNames;
import io.github.bpflinker.link.resolve.LoaderExternSections;
import io.github.bpflinker.link.resolve.MemoryBuiltins;
import io.github.bpflinker.llvm.Function;
import io.github.bpflinker.llvm.GlobalValue;
import io.github.bpflinker.llvm.IrInstruction;
import io.github.bpflinker.llvm.IrLinkage;
import io.github.bpflinker.llvm.Module;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds undefined symbols in the optimized module, with which loaders reject the object. Symbols that loaders resolve
 * ({@code .ksyms}, {@code .kconfig}, CO-RE accesses) are excluded.
 */
public final class UndefinedSymbolCheck {

    private static final String LLVM_PREFIX = "llvm.";

    private UndefinedSymbolCheck() {}

    /**
     * Finds the undefined symbols of a module.
     *
     * @param elsewhere names that compiled objects of the link define
     * @param severity the severity for strong symbols; undefined weak symbols are warnings
     * @return one diagnostic for each symbol, sorted by name, with the location of its first use
     */
    public static List<Diagnostic> in(Module module, Set<String> elsewhere, Severity severity) {
        List<Diagnostic> found = new ArrayList<>();
        module.globalValues().stream()
                .filter(value -> isMissing(value) && !elsewhere.contains(value.name()))
                .sorted(Comparator.comparing(GlobalValue::name))
                .forEach(symbol -> found.add(describe(symbol)
                        .withSeverity(symbol.linkage() == IrLinkage.EXTERNAL_WEAK ? Severity.WARNING : severity)));
        return found;
    }

    private static boolean isMissing(GlobalValue value) {
        return value.isDeclaration()
                && value.isUsed()
                && !value.name().startsWith(LLVM_PREFIX)
                && !MemoryBuiltins.NAMES.contains(value.name())
                && !(value instanceof Function function && function.isIntrinsic())
                && !LoaderExternSections.isResolvedByLoader(value);
    }

    /**
     * Summarizes the undefined symbols of a link.
     *
     * @param diagnostics the diagnostics of the link
     * @return a warning with all names, if there are any
     */
    public static Optional<Diagnostic> summary(List<Diagnostic> diagnostics) {
        List<String> names = diagnostics.stream()
                .filter(diagnostic -> diagnostic.problem() == Problem.SYMBOL_UNDEFINED)
                .flatMap(diagnostic -> Stream.ofNullable(diagnostic.symbol()))
                .toList();
        return names.isEmpty()
                ? Optional.empty()
                : Optional.of(Diagnostic.warning(Problem.OBJECT_UNDEFINED).withRelated(names));
    }

    private static Diagnostic describe(GlobalValue symbol) {
        Diagnostic diagnostic = Diagnostic.warning(Problem.SYMBOL_UNDEFINED)
                .withSymbol(symbol.name())
                .withPayload(KernelNames.origin(symbol.name()).orElse(null));
        Optional<IrInstruction> use = symbol.usingInstructions().stream().findFirst();
        if (use.isPresent()) {
            return diagnostic
                    .withFunction(use.get().function().name())
                    .withLocation(use.get().location().orElse(null));
        }
        return symbol.usingGlobals().stream()
                .findFirst()
                .map(user -> diagnostic
                        .withFunction(user.name())
                        .withLocation(user.location().orElse(null)))
                .orElse(diagnostic);
    }
}
