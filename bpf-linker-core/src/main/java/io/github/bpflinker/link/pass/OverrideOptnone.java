package io.github.bpflinker.link.pass;

import io.github.bpflinker.diagnostic.Diagnostic;
import io.github.bpflinker.diagnostic.Problem;
import io.github.bpflinker.llvm.Function;
import io.github.bpflinker.llvm.Module;
import java.util.List;
import java.util.function.Consumer;

/**
 * Has functions optimized though their input says that they are not to be ({@code optnone}), as clang at {@code -O0} says of
 * each: variables on the stack and helpers behind calls are what the kernel mostly refuses. LLVM wants
 * {@code noinline} beside {@code optnone}, so that goes with it.
 */
public final class OverrideOptnone implements LinkPass {

    private final Consumer<Diagnostic> warnings;

    /** @param warnings is told of it, once a link */
    public OverrideOptnone(Consumer<Diagnostic> warnings) {
        this.warnings = warnings;
    }

    @Override
    public void run(Module module) {
        List<Function> found = module.functions().stream()
                .filter(function -> !function.isDeclaration() && function.hasAttribute("optnone"))
                .toList();
        if (found.isEmpty()) {
            return;
        }
        found.forEach(function -> {
            function.removeAttribute("optnone");
            function.removeAttribute("noinline");
        });
        Function first = found.get(0);
        warnings.accept(Diagnostic.warning(Problem.OPTIMIZED_ANYWAY)
                .withFunction(first.name())
                .withLocation(first.location().orElse(null))
                .withRelated(found.stream().skip(1).map(Function::name).toList()));
    }
}
