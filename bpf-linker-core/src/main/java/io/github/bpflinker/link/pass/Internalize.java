package io.github.bpflinker.link.pass;

import io.github.bpflinker.link.resolve.MemoryBuiltins;
import io.github.bpflinker.llvm.GlobalValue;
import io.github.bpflinker.llvm.Linkage;
import io.github.bpflinker.llvm.Module;

/**
 * Makes every definition local but the exports and, through optimization, the memory builtins. Declarations are never
 * touched: kfuncs and externs of the kernel keep their linkage. Groups (COMDAT) are dissolved, since BPF loaders know
 * none.
 */
public final class Internalize implements LinkPass {

    private final Exports exports;
    private final boolean keepBuiltins;

    /**
     * Makes the pass.
     *
     * @param keepBuiltins whether the memory builtins stay alive, hidden
     */
    public Internalize(Exports exports, boolean keepBuiltins) {
        this.exports = exports;
        this.keepBuiltins = keepBuiltins;
    }

    @Override
    public void run(Module module) {
        for (GlobalValue value : module.globalValues()) {
            Linkage linkage = value.linkage();
            if (value.isDeclaration() || linkage == Linkage.APPENDING || linkage == Linkage.AVAILABLE_EXTERNALLY) {
                continue;
            }
            value.leaveComdat();
            if (linkage.isLocal()) {
                continue;
            }
            if (exports.test(value)) {
                value.setLinkage(keptAlive(linkage));
            } else if (keepBuiltins && MemoryBuiltins.NAMES.contains(value.name())) {
                value.setLinkage(keptAlive(linkage));
                value.setHidden(true);
            } else {
                value.setHidden(false);
                value.setLinkage(Linkage.INTERNAL);
            }
        }
    }

    /** LLVM may drop what is {@code linkonce}; its weak twin means the same and stays. Loaders know no common symbols. */
    private static Linkage keptAlive(Linkage linkage) {
        return switch (linkage) {
            case LINK_ONCE_ANY -> Linkage.WEAK_ANY;
            case LINK_ONCE_ODR -> Linkage.WEAK_ODR;
            case COMMON -> Linkage.EXTERNAL;
            default -> linkage;
        };
    }
}
