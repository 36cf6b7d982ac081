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
 * Finds out which input makes a merged module one that LLVM's verifier refuses. LLVM's own check, when it reads a
 * module, prints what it finds and ends the process.
 */
public final class DamagedModules {

    private static final int LINES_SHOWN = 2;

    private DamagedModules() {}

    /**
     * Reads each module whole and alone.
     *
     * @param sources what was merged
     * @return those whose debug information alone is wrong, by name, with a warning about each
     * @throws LinkException {@link Problem#BITCODE_BROKEN} if more than that is wrong with one
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
