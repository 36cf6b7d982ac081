package io.github.bpflinker.link.pass;

import io.github.bpflinker.link.resolve.MemoryBuiltins;
import io.github.bpflinker.llvm.Function;
import io.github.bpflinker.llvm.Module;

/**
 * Lets functions of all languages be inlined into each other. rustc marks the functions of libcore
 * {@code no-builtins}, and LLVM does not inline those into others; only the memory builtins themselves need it, lest
 * their loops become calls of themselves.
 */
public final class AllowInlining implements LinkPass {

    private final boolean ignoreInlineNever;

    /**
     * Makes the pass.
     *
     * @param ignoreInlineNever whether {@code noinline} goes too
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
