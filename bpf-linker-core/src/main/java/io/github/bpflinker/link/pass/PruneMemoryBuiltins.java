package io.github.bpflinker.link.pass;

import io.github.bpflinker.link.resolve.MemoryBuiltins;
import io.github.bpflinker.llvm.Function;
import io.github.bpflinker.llvm.GlobalValue;
import io.github.bpflinker.llvm.Instruction;
import io.github.bpflinker.llvm.Linkage;
import io.github.bpflinker.llvm.Module;
import java.util.Optional;

/**
 * Deletes the memory builtins that code generation won't ask for, and makes the others local; its calls find them
 * nonetheless. The last step before code generation.
 */
public final class PruneMemoryBuiltins implements LinkPass {

    private final Exports exports;
    private final boolean deleteUnused;

    /**
     * Makes the pass.
     *
     * @param deleteUnused whether those that seem to be of no use go
     */
    public PruneMemoryBuiltins(Exports exports, boolean deleteUnused) {
        this.exports = exports;
        this.deleteUnused = deleteUnused;
    }

    @Override
    public void run(Module module) {
        boolean changed = deleteUnused;
        while (changed) {
            changed = false;
            for (String name : MemoryBuiltins.NAMES) {
                changed |= deleteIfUnused(module, name);
            }
        }
        for (String name : MemoryBuiltins.NAMES) {
            own(module, name).ifPresent(builtin -> {
                builtin.setHidden(false);
                builtin.setLinkage(Linkage.INTERNAL);
            });
        }
    }

    private boolean deleteIfUnused(Module module, String name) {
        Function builtin = own(module, name).orElse(null);
        if (builtin == null || isUsedByOthers(builtin) || hasIntrinsic(module, name)) {
            return false;
        }
        if (!builtin.usingInstructions().isEmpty()) {
            // Only its own recursion is left: it can't be deleted while that is there, but a local one is dropped.
            return false;
        }
        builtin.delete();
        return true;
    }

    private Optional<Function> own(Module module, String name) {
        return module.function(name).filter(function -> !function.isDeclaration() && !exports.test(function));
    }

    private static boolean isUsedByOthers(Function builtin) {
        for (Instruction user : builtin.usingInstructions()) {
            if (!user.function().equals(builtin)) {
                return true;
            }
        }
        return builtin.usingGlobals().stream().anyMatch(user -> !user.equals(builtin));
    }

    private static boolean hasIntrinsic(Module module, String name) {
        String prefix = "llvm." + name + ".";
        return module.functions().stream().filter(GlobalValue::isUsed).anyMatch(function -> function.name()
                .startsWith(prefix));
    }
}
