package io.github.bpflinker.link.pass;

import io.github.bpflinker.diagnostic.Diagnostic;
import io.github.bpflinker.diagnostic.Problem;
import io.github.bpflinker.llvm.CoreVariables;
import io.github.bpflinker.llvm.GlobalValue;
import io.github.bpflinker.llvm.IrInstruction;
import io.github.bpflinker.llvm.Module;
import java.util.List;
import java.util.Optional;

/**
 * Finds CO-RE accesses in objects without BTF. A loader can't relocate them, so the program would silently use the
 * offsets of the kernel that it was compiled against.
 */
public final class CoreAccessCheck {

    private CoreAccessCheck() {}

    /** Returns a warning for the first access, if there is one. */
    public static Optional<Diagnostic> warningFor(Module module) {
        return module.globalValues().stream()
                .filter(value -> CoreVariables.isOne(value) && value.isUsed())
                .map(CoreAccessCheck::describe)
                .findFirst();
    }

    private static Diagnostic describe(GlobalValue access) {
        Diagnostic diagnostic =
                Diagnostic.warning(Problem.CORE_NEEDS_BTF).withSymbol(CoreVariables.typeName(access.name()));
        List<IrInstruction> uses = access.usingInstructions();
        return uses.isEmpty()
                ? diagnostic
                : diagnostic
                        .withFunction(uses.get(0).function().name())
                        .withLocation(uses.get(0).location().orElse(null));
    }
}
