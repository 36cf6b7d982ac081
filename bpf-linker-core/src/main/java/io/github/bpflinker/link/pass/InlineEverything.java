package io.github.bpflinker.link.pass;

import io.github.bpflinker.diagnostic.Diagnostic;
import io.github.bpflinker.diagnostic.LinkException;
import io.github.bpflinker.diagnostic.Problem;
import io.github.bpflinker.llvm.Function;
import io.github.bpflinker.llvm.Module;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Inlines every function into its callers, even with {@code noinline}, because kernels before 4.16 do not support calls
 * between BPF functions. Recursion is reported first, because LLVM silently ignores {@code alwaysinline} on recursive
 * functions.
 */
public final class InlineEverything implements LinkPass {

    @Override
    public void run(Module module) {
        ModuleCallGraph graph = new ModuleCallGraph(module);
        markAlwaysInline(graph, graph.functions());
    }

    /**
     * Marks functions {@code alwaysinline}.
     *
     * @throws LinkException {@link Problem#RECURSION} if one of them is recursive
     */
    static void markAlwaysInline(ModuleCallGraph graph, Set<Function> functions) {
        Optional<List<Function>> cycle = graph.cycle(functions::contains);
        if (cycle.isPresent()) {
            Function first = cycle.get().get(0);
            throw new LinkException(Diagnostic.error(Problem.RECURSION)
                    .withFunction(first.name())
                    .withLocation(first.location().orElse(null))
                    .withRelated(cycle.get().stream().map(Function::name).toList()));
        }
        for (Function function : functions) {
            function.allowInlining();
            function.addAttribute("alwaysinline");
        }
    }
}
