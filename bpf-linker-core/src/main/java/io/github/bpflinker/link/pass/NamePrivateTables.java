package io.github.bpflinker.link.pass;

import io.github.bpflinker.llvm.GlobalValue;
import io.github.bpflinker.llvm.IrLinkage;
import io.github.bpflinker.llvm.Module;

/**
 * Changes the linkage of private constant tables to internal, so that they have a symbol in the object. For CPU v4,
 * LLVM 22 deletes every private array that is not of numbers, as if it were a lowered jump table ({@code
 * BPFAsmPrinter::doFinalization}; "Undefined temporary symbol .L…"). The symbol also allows diagnostics to name the
 * table. Strings, arrays of numbers and tables of block addresses, which LLVM lowers to jump tables only if they are
 * private, are not changed. Must run after optimization, which creates such tables.
 */
public final class NamePrivateTables implements LinkPass {

    @Override
    public void run(Module module) {
        for (GlobalValue value : module.globalValues()) {
            if (value.linkage() == IrLinkage.PRIVATE && value.isTable() && !value.isTableOfPlaces()) {
                value.setLinkage(IrLinkage.INTERNAL);
            }
        }
    }
}
