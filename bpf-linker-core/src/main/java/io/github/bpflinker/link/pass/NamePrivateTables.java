package io.github.bpflinker.link.pass;

import io.github.bpflinker.llvm.GlobalValue;
import io.github.bpflinker.llvm.IrLinkage;
import io.github.bpflinker.llvm.Module;

/**
 * Gives private constants that are tables a symbol in the object: they become internal. For CPU v4, LLVM 22 takes every
 * private array of anything but numbers for a table of jumps that it has replaced, and deletes it ({@code
 * BPFAsmPrinter::doFinalization}; "Undefined temporary symbol .L…"). And a finding about the table can name it. Strings
 * and arrays of numbers stay as they are, and so do tables of places to go to, of which LLVM makes tables of jumps only if
 * they are private. To be run behind optimization, which makes such tables, too.
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
