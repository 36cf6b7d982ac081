package io.github.bpflinker.link.pass;

import io.github.bpflinker.Diagnostic;
import io.github.bpflinker.Problem;
import io.github.bpflinker.llvm.GlobalValue;
import io.github.bpflinker.llvm.Instruction;
import io.github.bpflinker.llvm.Module;
import java.util.List;
import java.util.Optional;

/**
 * Finds accesses that a loader is to adapt to the running kernel (CO-RE). Without BTF in the object it can't, and the
 * program silently reads at the offsets of the kernel that it was compiled against.
 */
public final class CoreAccesses {

    private CoreAccesses() {}

    /** One warning for the first access, if there is any. */
    public static Optional<Diagnostic> warningFor(Module module) {
        return module.globalValues().stream()
                .filter(CoreAccesses::standsForAccess)
                .map(CoreAccesses::describe)
                .findFirst();
    }

    /** Clang names them {@code llvm.STRUCT:KIND:OFFSET$ACCESS}, and {@code llvm.btf_type_id.NUMBER$KIND}. */
    private static boolean standsForAccess(GlobalValue value) {
        return value.kind() == GlobalValue.Kind.VARIABLE
                && value.isDeclaration()
                && value.isUsed()
                && value.name().startsWith("llvm.")
                && value.name().indexOf('$') > 0;
    }

    private static Diagnostic describe(GlobalValue access) {
        String name = access.name();
        int end = name.indexOf(':');
        Diagnostic diagnostic = Diagnostic.warning(Problem.CORE_NEEDS_BTF)
                .withSymbol(end < 0 ? name : name.substring("llvm.".length(), end));
        List<Instruction> uses = access.usingInstructions();
        return uses.isEmpty()
                ? diagnostic
                : diagnostic
                        .withFunction(uses.get(0).function().name())
                        .withLocation(uses.get(0).location().orElse(null));
    }
}
