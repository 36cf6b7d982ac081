package io.github.bpflinker.link.pass;

import io.github.bpflinker.llvm.Function;
import io.github.bpflinker.llvm.Module;

/**
 * Puts every function that names no section into {@code .text}. LLVM would put cold ones into {@code .text.unlikely.},
 * which loaders take for a program.
 */
public final class PlaceSubprograms implements LinkPass {

    private static final String TEXT = ".text";

    @Override
    public void run(Module module) {
        for (Function function : module.functions()) {
            if (!function.isDeclaration() && (function.section().isEmpty() || isVariantOfText(function.section()))) {
                function.setSection(TEXT);
            }
        }
    }

    private static boolean isVariantOfText(String section) {
        return section.startsWith(TEXT + ".");
    }
}
