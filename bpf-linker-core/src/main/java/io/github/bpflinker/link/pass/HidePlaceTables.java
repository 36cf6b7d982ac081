package io.github.bpflinker.link.pass;

import io.github.bpflinker.llvm.GlobalValue;
import io.github.bpflinker.llvm.IrLinkage;
import io.github.bpflinker.llvm.Module;

/**
 * Makes constant tables of block addresses private, as clang makes those of local arrays that are not {@code static}. LLVM
 * 22 lowers only private ones to the jump tables that loaders know, and fails if debug information describes the variable
 * ("Undefined temporary symbol .L…"); others would be addresses in {@code .rodata}. Must run after optimization, which
 * finds out what is constant.
 */
public final class HidePlaceTables implements LinkPass {

    @Override
    public void run(Module module) {
        for (GlobalValue value : module.globalValues()) {
            if (value.linkage() == IrLinkage.INTERNAL
                    && value.section().isEmpty()
                    && value.isConstant()
                    && value.isTableOfPlaces()) {
                value.clearMetadata();
                value.setLinkage(IrLinkage.PRIVATE);
            }
        }
    }
}
