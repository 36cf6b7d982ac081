package io.github.bpflinker.link.pass;

import io.github.bpflinker.link.resolve.MemoryBuiltins;
import io.github.bpflinker.llvm.GlobalValue;
import io.github.bpflinker.llvm.IrLinkage;
import io.github.bpflinker.llvm.Module;

/**
 * Makes every definition local but the exports and, through optimization, the memory builtins. Declarations are never
 * touched: kfuncs and externs of the kernel keep their linkage. Groups (COMDAT) are dissolved, since BPF loaders know
 * none.
 */
public final class Internalize implements LinkPass {

    private final Exports exports;
    private final Builtins builtins;

    /** What becomes of the memory builtins. */
    public enum Builtins {
        /** Local, unless they are exported. */
        AS_ANY_FUNCTION,
        /** They stay alive through optimization. */
        HIDDEN,
        /** They stay, and give way to those of another input of a later link. */
        WEAK
    }

    /** Makes the pass. */
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

    /** LLVM may drop what is {@code linkonce}; its weak twin means the same and stays. Loaders know no common symbols. */
    private static IrLinkage keptAlive(IrLinkage linkage) {
        return switch (linkage) {
            case LINK_ONCE_ANY -> IrLinkage.WEAK_ANY;
            case LINK_ONCE_ODR -> IrLinkage.WEAK_ODR;
            case COMMON -> IrLinkage.EXTERNAL;
            default -> linkage;
        };
    }
}
