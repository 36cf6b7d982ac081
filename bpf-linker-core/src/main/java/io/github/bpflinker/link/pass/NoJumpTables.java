package io.github.bpflinker.link.pass;

import io.github.bpflinker.llvm.Function;
import io.github.bpflinker.llvm.Module;

/**
 * Has every {@code switch} compiled to comparisons. LLVM 22 makes jump tables for CPU v4, which came with Linux 6.6, by an
 * instruction of Linux 6.19; and where it has jump tables, it also turns a {@code switch} that only chooses addresses into
 * a table of these, which loaders leave empty. To be run before optimization.
 */
public final class NoJumpTables implements LinkPass {

    /** As {@code -fno-jump-tables} sets it. */
    private static final String ATTRIBUTE = "no-jump-tables";

    @Override
    public void run(Module module) {
        for (Function function : module.functions()) {
            if (!function.isDeclaration()) {
                function.addStringAttribute(ATTRIBUTE, "true");
            }
        }
    }
}
