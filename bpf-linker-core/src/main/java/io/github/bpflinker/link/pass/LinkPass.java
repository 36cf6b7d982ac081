package io.github.bpflinker.link.pass;

import io.github.bpflinker.llvm.Module;

/** A transformation or check of the merged module. */
@FunctionalInterface
public interface LinkPass {

    /**
     * Runs on the merged module.
     *
     * @throws io.github.bpflinker.diagnostic.LinkException if the pass can't be applied to the module
     */
    void run(Module module);
}
