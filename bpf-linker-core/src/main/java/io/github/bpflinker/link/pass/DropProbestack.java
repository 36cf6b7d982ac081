package io.github.bpflinker.link.pass;

import io.github.bpflinker.llvm.Module;

/** Removes the x86 stack probe that some versions of compiler_builtins contain as module assembly for every target. */
public final class DropProbestack implements LinkPass {

    @Override
    public void run(Module module) {
        if (module.inlineAssembly().contains("__rust_probestack")) {
            module.setInlineAssembly("");
        }
    }
}
