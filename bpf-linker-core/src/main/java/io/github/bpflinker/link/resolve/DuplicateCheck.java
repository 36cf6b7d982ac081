package io.github.bpflinker.link.resolve;

import io.github.bpflinker.Diagnostic;
import io.github.bpflinker.LinkException;
import io.github.bpflinker.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds symbols with two strong definitions. LLVM would not report them all: definitions that nothing asks for are
 * merged as if they could be left out.
 */
final class DuplicateCheck {

    private DuplicateCheck() {}

    static void check(List<OpenModule> modules) {
        Map<String, String> firstDefinition = new HashMap<>();
        List<Diagnostic> found = new ArrayList<>();
        for (OpenModule module : modules) {
            for (String name : module.defined()) {
                if (!module.definesStrongly(name)) {
                    continue;
                }
                String earlier = firstDefinition.putIfAbsent(name, module.name());
                if (earlier != null) {
                    found.add(Diagnostic.error(Problem.SYMBOL_DUPLICATE)
                            .withSymbol(name)
                            .withInput(earlier)
                            .withRelated(List.of(module.name())));
                }
            }
        }
        if (!found.isEmpty()) {
            throw new LinkException(found, null);
        }
    }
}
