package io.github.bpflinker.link.pass;

import io.github.bpflinker.link.resolve.MemoryBuiltins;
import io.github.bpflinker.llvm.Function;
import io.github.bpflinker.llvm.GlobalValue;
import io.github.bpflinker.llvm.Linkage;
import io.github.bpflinker.llvm.LlvmError;
import io.github.bpflinker.llvm.Module;
import io.github.bpflinker.llvm.TargetMachine;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Deletes the memory builtins that code generation won't ask for, and makes the others local; its calls find them
 * nonetheless. The last step before code generation.
 */
public final class PruneMemoryBuiltins implements LinkPass {

    private final Exports exports;
    private final TargetMachine machine;

    /** Makes the pass; exported builtins are left alone. */
    public PruneMemoryBuiltins(Exports exports, TargetMachine machine) {
        this.exports = exports;
        this.machine = machine;
    }

    @Override
    public void run(Module module) {
        List<Function> builtins = own(module, exports);
        Set<Function> needed = needed(module, builtins);
        if (needed.size() < builtins.size()) {
            for (Function builtin : builtins) {
                if (!needed.contains(builtin)) {
                    makeLocal(builtin);
                }
            }
            try {
                // Nothing but themselves and each other refers to them, so that they go.
                module.runPasses("globaldce", machine);
            } catch (LlvmError e) {
                throw new IllegalStateException(e.text(), e);
            }
        }
        needed.forEach(PruneMemoryBuiltins::makeLocal);
    }

    /** Makes every memory builtin that is not exported local and keeps it, needed or not. */
    public static void keepAll(Module module, Exports exports) {
        own(module, exports).forEach(PruneMemoryBuiltins::makeLocal);
    }

    private static void makeLocal(Function builtin) {
        builtin.setHidden(false);
        builtin.setLinkage(Linkage.INTERNAL);
    }

    private static List<Function> own(Module module, Exports exports) {
        return MemoryBuiltins.NAMES.stream()
                .flatMap(name -> module.function(name).stream())
                .filter(function ->
                        !function.isDeclaration() && !function.linkage().isLocal())
                .filter(function -> !exports.test(function))
                .toList();
    }

    /** Those that something else than an unneeded builtin refers to, or may come to refer to in code generation. */
    private static Set<Function> needed(Module module, List<Function> builtins) {
        Set<Function> needed = new HashSet<>();
        boolean changed = true;
        while (changed) {
            changed = false;
            for (Function builtin : builtins) {
                boolean asked = !needed.contains(builtin)
                        && askers(module, builtin)
                                .anyMatch(asker -> !asker.equals(builtin)
                                        && (needed.contains(asker) || !builtins.contains(asker)));
                changed |= asked && needed.add(builtin);
            }
        }
        return needed;
    }

    /** What refers to a builtin, by its name or through an intrinsic such as {@code llvm.memset.p0.i64}. */
    private static Stream<GlobalValue> askers(Module module, Function builtin) {
        String intrinsic = "llvm." + builtin.name() + ".";
        return Stream.concat(
                builtin.usingGlobals().stream(),
                module.functions().stream()
                        .filter(function -> function.name().startsWith(intrinsic))
                        .flatMap(function -> function.usingGlobals().stream()));
    }
}
