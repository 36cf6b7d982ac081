package io.github.bpflinker.link.pass;

import io.github.bpflinker.link.resolve.MemoryBuiltins;
import io.github.bpflinker.llvm.Function;
import io.github.bpflinker.llvm.Module;

/**
 * Enables inlining across languages. rustc marks the functions of libcore {@code no-builtins}, and LLVM does not inline
 * such functions into functions without the attribute. Only the memory builtins keep it, so that their loops are not
 * replaced with calls of themselves.
 */
public final class AllowInlining implements LinkPass {

    private final boolean ignoreInlineNever;

    /**
     * Creates the pass.
     *
     * @param ignoreInlineNever whether to remove {@code noinline}, too
     */
    public AllowInlining(boolean ignoreInlineNever) {
        this.ignoreInlineNever = ignoreInlineNever;
    }

    @Override
    public void run(Module module) {
        for (Function function : module.functions()) {
            if (function.isDeclaration()) {
                continue;
            }
            if (!MemoryBuiltins.NAMES.contains(function.name())) {
                function.removeStringAttribute("no-builtins");
            }
            if (ignoreInlineNever) {
                function.allowInlining();
            }
        }
    }
}
