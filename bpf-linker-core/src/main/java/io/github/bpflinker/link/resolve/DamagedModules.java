package io.github.bpflinker.link.resolve;

import io.github.bpflinker.diagnostic.Diagnostic;
import io.github.bpflinker.diagnostic.LinkException;
import io.github.bpflinker.diagnostic.Problem;
import io.github.bpflinker.input.ModuleSource;
import io.github.bpflinker.llvm.Context;
import io.github.bpflinker.llvm.Llvm;
import io.github.bpflinker.llvm.Module;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Finds the inputs that make the merged module invalid for LLVM's verifier. LLVM's own check, when it reads a module,
 * would print the errors and terminate the process.
 */
public final class DamagedModules {

    private static final int LINES_SHOWN = 2;

    private DamagedModules() {}

    /**
     * Reads and verifies each module separately.
     *
     * @param sources the modules that were merged
     * @return a warning for each module with invalid debug information, by module name
     * @throws LinkException {@link Problem#BITCODE_BROKEN} if a module is invalid even without its debug information
     */
    public static Map<String, Diagnostic> inDebugInfo(Llvm llvm, List<ModuleSource> sources) {
        Map<String, Diagnostic> found = new LinkedHashMap<>();
        for (ModuleSource source : sources) {
            try (Context context = new Context(llvm);
                    Module module = new ModuleOpener(context).open(source, true)) {
                Optional<String> complaint = module.verify();
                if (complaint.isPresent()) {
                    module.stripDebugInfo();
                    module.verify().ifPresent(worse -> {
                        throw new LinkException(about(Diagnostic.error(Problem.BITCODE_BROKEN), source, worse));
                    });
                    found.put(
                            source.name(),
                            about(Diagnostic.warning(Problem.DEBUG_INFO_BROKEN), source, complaint.get()));
                }
            }
        }
        return found;
    }

    private static Diagnostic about(Diagnostic diagnostic, ModuleSource source, String complaint) {
        return diagnostic
                .withInput(source.name())
                .withDetail(complaint
                        .lines()
                        .limit(LINES_SHOWN)
                        .map(line -> line.endsWith("!") ? line.substring(0, line.length() - 1) : line)
                        .collect(Collectors.joining("\n")));
    }
}
