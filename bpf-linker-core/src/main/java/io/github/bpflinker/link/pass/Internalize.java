package io.github.bpflinker.link.pass;

import io.github.bpflinker.link.resolve.MemoryBuiltins;
import io.github.bpflinker.llvm.GlobalValue;
import io.github.bpflinker.llvm.IrLinkage;
import io.github.bpflinker.llvm.Module;

/**
 * Gives all definitions local linkage, except exports and, until code generation, the memory builtins. Declarations are
 * not changed: kfuncs and kernel externs keep their linkage. COMDAT groups are removed, because BPF loaders do not
 * support them.
 */
public final class Internalize implements LinkPass {

    private final Exports exports;
    private final Builtins builtins;

    /** The treatment of the memory builtins. */
    public enum Builtins {
        /** Internalized unless exported. */
        AS_ANY_FUNCTION,
        /** Kept with hidden visibility, so that optimization does not remove them. */
        HIDDEN,
        /** Kept with weak linkage, so that definitions of other inputs of a later link replace them. */
        WEAK
    }

    /** Creates the pass. */
    public Internalize(Exports exports, Builtins builtins) {
        this.exports = exports;
        this.builtins = builtins;
    }

    @Override
    public void run(Module module) {
        for (GlobalValue value : module.globalValues()) {
            IrLinkage linkage = value.linkage();
            if (value.isDeclaration() || linkage == IrLinkage.APPENDING || linkage == IrLinkage.AVAILABLE_EXTERNALLY) {
                continue;
            }
            value.leaveComdat();
            if (linkage.isLocal()) {
                continue;
            }
            if (exports.test(value)) {
                value.setLinkage(keptAlive(linkage));
            } else if (builtins != Builtins.AS_ANY_FUNCTION && MemoryBuiltins.NAMES.contains(value.name())) {
                value.setLinkage(builtins == Builtins.WEAK ? IrLinkage.WEAK_ANY : keptAlive(linkage));
                value.setHidden(true);
            } else {
                value.setHidden(false);
                value.setLinkage(IrLinkage.INTERNAL);
            }
        }
    }

    /**
     * The linkage of an exported definition: LLVM can discard {@code linkonce} definitions but not weak ones, and
     * loaders do not support common symbols.
     */
    private static IrLinkage keptAlive(IrLinkage linkage) {
        return switch (linkage) {
            case LINK_ONCE_ANY -> IrLinkage.WEAK_ANY;
            case LINK_ONCE_ODR -> IrLinkage.WEAK_ODR;
            case COMMON -> IrLinkage.EXTERNAL;
            default -> linkage;
        };
    }
}
