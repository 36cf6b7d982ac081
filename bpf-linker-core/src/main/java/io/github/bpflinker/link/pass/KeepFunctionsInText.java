package io.github.bpflinker.link.pass;

import io.github.bpflinker.llvm.Function;
import io.github.bpflinker.llvm.Module;

/**
 * Places every function without a section in {@code .text}. LLVM places cold functions in {@code .text.unlikely.},
 * which loaders treat as a program.
 */
public final class KeepFunctionsInText implements LinkPass {

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
