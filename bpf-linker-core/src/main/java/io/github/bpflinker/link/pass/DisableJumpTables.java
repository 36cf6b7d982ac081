package io.github.bpflinker.link.pass;

import io.github.bpflinker.llvm.Function;
import io.github.bpflinker.llvm.Module;

/**
 * Disables jump tables, so that {@code switch} is compiled to comparisons. For CPU v4 (Linux 6.6), LLVM 22 generates
 * jump tables with an instruction of Linux 6.19. With jump tables enabled, it also converts a {@code switch} over
 * addresses to a lookup table, which loaders do not relocate. Must run before optimization.
 */
public final class DisableJumpTables implements LinkPass {

    /** The function attribute that {@code -fno-jump-tables} sets. */
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
