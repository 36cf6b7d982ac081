package io.github.bpflinker.link.pass;

import io.github.bpflinker.llvm.Module;

/** A step that changes the merged module. */
@FunctionalInterface
public interface LinkPass {

    /**
     * Runs on the merged module.
     *
     * @throws io.github.bpflinker.diagnostic.LinkException if the module can't be what the pass makes of it
     */
    void run(Module module);
}
