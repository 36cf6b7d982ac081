package io.github.bpflinker.link.resolve;

import io.github.bpflinker.diagnostic.Diagnostic;
import io.github.bpflinker.diagnostic.LinkException;
import io.github.bpflinker.diagnostic.Problem;
import io.github.bpflinker.llvm.GlobalValue;
import io.github.bpflinker.llvm.IrLinkage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reports symbols with more than one strong definition, each once. LLVM would not report all of them, because
 * unreferenced definitions of archive members are merged as {@code linkonce}.
 *
 * <p>Each C file of an object can define the license and version. As in libbpf's static linker, equal definitions are
 * not duplicates: all except the first become weak.
 */
final class DuplicateDefinitionCheck {

    private static final Set<String> ONCE_FOR_AN_OBJECT = Set.of("license", "version");

    private DuplicateDefinitionCheck() {}

    static void check(List<OpenModule> modules) {
        Map<String, OpenModule> firstDefinition = new HashMap<>();
        Map<String, List<String>> inputs = new LinkedHashMap<>();
        for (OpenModule module : modules) {
            for (String name : module.defined()) {
                if (!module.definesStrongly(name)) {
                    continue;
                }
                OpenModule earlier = firstDefinition.putIfAbsent(name, module);
                if (earlier != null && !repeats(earlier, module, name)) {
                    inputs.computeIfAbsent(name, key -> new ArrayList<>(List.of(earlier.name())))
                            .add(module.name());
                }
            }
        }
        List<Diagnostic> found = new ArrayList<>();
        inputs.forEach((name, defining) -> found.add(Diagnostic.error(Problem.SYMBOL_DUPLICATE)
                .withSymbol(name)
                .withInput(defining.get(0))
                .withRelated(defining.subList(1, defining.size()))));
        if (!found.isEmpty()) {
            throw new LinkException(found, null);
        }
    }

    /** Whether a module repeats the same license or version; then its definition becomes weak. */
    private static boolean repeats(OpenModule earlier, OpenModule module, String name) {
        Optional<GlobalValue> again = module.module().find(name).filter(DuplicateDefinitionCheck::isOnceForAnObject);
        boolean same = again.isPresent()
                && earlier.module()
                        .find(name)
                        .filter(DuplicateDefinitionCheck::isOnceForAnObject)
                        .filter(first -> first.hasInitializerOf(again.get()))
                        .isPresent();
        if (same) {
            again.get().setLinkage(IrLinkage.WEAK_ANY);
        }
        return same;
    }

    private static boolean isOnceForAnObject(GlobalValue value) {
        return ONCE_FOR_AN_OBJECT.contains(value.section());
    }
}
