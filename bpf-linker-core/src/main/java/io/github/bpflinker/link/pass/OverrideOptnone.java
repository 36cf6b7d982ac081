package io.github.bpflinker.link.pass;

import io.github.bpflinker.diagnostic.Diagnostic;
import io.github.bpflinker.diagnostic.Problem;
import io.github.bpflinker.llvm.Function;
import io.github.bpflinker.llvm.Module;
import java.util.List;
import java.util.function.Consumer;

/**
 * Removes {@code optnone}, which clang adds to every function at {@code -O0}, so that functions are optimized: kernels
 * reject most unoptimized code, because of stack variables and calls of helpers through pointers. {@code noinline} is
 * removed, too, because LLVM requires it on {@code optnone} functions.
 */
public final class OverrideOptnone implements LinkPass {

    private final Consumer<Diagnostic> warnings;

    /** @param warnings receives one warning for each link */
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
