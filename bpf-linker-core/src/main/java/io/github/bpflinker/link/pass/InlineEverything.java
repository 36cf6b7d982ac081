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
 * Has every function inlined into the programs that call it, whatever the source says: kernels before 4.16 know no calls
 * between BPF functions. LLVM ignores {@code alwaysinline} on recursion without a word, so that is looked for first.
 */
public final class InlineEverything implements LinkPass {

    @Override
    public void run(Module module) {
        ModuleCallGraph graph = new ModuleCallGraph(module);
        markAlwaysInline(graph, graph.functions());
    }

    /**
     * Marks functions for inlining wherever they are called.
     *
     * @throws LinkException {@link Problem#RECURSION}
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
