package io.github.bpflinker.link.pass;

import io.github.bpflinker.llvm.Function;
import io.github.bpflinker.llvm.IrBuilder;
import io.github.bpflinker.llvm.LocalElement;
import io.github.bpflinker.llvm.Module;

/**
 * Has small indices added to the addresses of local variables. Where an index is smaller than the variable's alignment,
 * as in {@code buffer[i & 7]}, LLVM knows that the two have no bit in common and makes an OR of the addition, of which the
 * verifier says {@code bitwise operator |= on pointer prohibited}. To be run behind optimization, which is to know.
 */
public final class AddToStackAddresses implements LinkPass {

    @Override
    public void run(Module module) {
        try (IrBuilder builder = new IrBuilder(module)) {
            for (Function function : module.functions()) {
                for (LocalElement element : LocalElement.of(function)) {
                    if (element.isWithinAlignment()) {
                        element.hideIndex(builder);
                    }
                }
            }
        }
    }
}
