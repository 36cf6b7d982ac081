package io.github.bpflinker.link.pass;

import io.github.bpflinker.llvm.Function;
import io.github.bpflinker.llvm.Module;

/**
 * Removes {@code uwtable} attributes, so that objects have no unwind tables ({@code .eh_frame}). Functions compiled for
 * the host have them.
 */
public final class DropUnwindTables implements LinkPass {

    @Override
    public void run(Module module) {
        for (Function function : module.functions()) {
            if (!function.isDeclaration()) {
                function.removeAttribute("uwtable");
                function.addAttribute("nounwind");
            }
        }
    }
}
