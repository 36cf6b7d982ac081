package io.github.bpflinker.link.marker;

import io.github.bpflinker.demangle.RustSymbol;
import io.github.bpflinker.diagnostic.Diagnostic;
import io.github.bpflinker.diagnostic.LinkException;
import io.github.bpflinker.diagnostic.Problem;
import io.github.bpflinker.llvm.Function;
import io.github.bpflinker.llvm.IrInstruction;
import io.github.bpflinker.llvm.Module;
import io.github.bpflinker.llvm.Subprogram;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds relocations of markers in functions without debug information. */
final class MarkerDebugInfo {

    /** {@code OUTPUT.CRATE.HASH-cgu.0.rcgu.o}, perhaps in an archive. */
    private static final Pattern RUST_FILE = Pattern.compile("(?:.*[/(])?[^./(]+\\.([A-Za-z0-9_]+)\\..*rcgu\\.o\\)?");

    private MarkerDebugInfo() {}

    /**
     * Checks the functions of a module.
     *
     * @param relocations for each variable that stands for a relocation, a marker
     * @param origins for each definition, its input
     */
    static void require(Module module, Map<String, String> relocations, Map<String, String> origins) {
        List<Diagnostic> errors = new ArrayList<>();
        Set<Function> seen = new HashSet<>();
        new TreeMap<>(relocations)
                .forEach((variable, marker) -> module.find(variable).ifPresent(value -> {
                    for (IrInstruction use : value.usingInstructions()) {
                        Function function = use.function();
                        if (seen.add(function)
                                && Subprogram.of(module, function).isEmpty()) {
                            String origin = origins.get(function.name());
                            errors.add(Diagnostic.error(Problem.MARKER_WITHOUT_DEBUG_INFO)
                                    .withSymbol(marker)
                                    .withFunction(function.name())
                                    .withInput(origin)
                                    .withDetail(crate(function.name(), Optional.ofNullable(origin))
                                            .orElse(null)));
                        }
                    }
                }));
        if (!errors.isEmpty()) {
            throw new LinkException(errors, null);
        }
    }

    /** The crate of a function: the start of its path, or the name of its file. */
    static Optional<String> crate(String function, Optional<String> origin) {
        String path = RustSymbol.demangle(function);
        int end = path.indexOf("::");
        if (end > 0 && path.substring(0, end).matches("[A-Za-z0-9_]+")) {
            return Optional.of(path.substring(0, end));
        }
        return origin.map(RUST_FILE::matcher).filter(Matcher::matches).map(matcher -> matcher.group(1));
    }
}
