package io.github.bpflinker.link.pass;

import io.github.bpflinker.llvm.Function;
import io.github.bpflinker.llvm.IrBuilder;
import io.github.bpflinker.llvm.Module;
import io.github.bpflinker.llvm.StackElementAddress;

/**
 * Prevents OR instructions on stack addresses. If the offset into a local variable is smaller than its alignment, as in
 * {@code buffer[i & 7]}, address and offset have no common bits, and LLVM turns the addition into an OR, which the
 * verifier rejects: {@code bitwise operator |= on pointer prohibited}. Must run after optimization, so that
 * optimization can use the range of the index.
 */
public final class AvoidOrOnStackAddresses implements LinkPass {

    @Override
    public void run(Module module) {
        try (IrBuilder builder = new IrBuilder(module)) {
            for (Function function : module.functions()) {
                for (StackElementAddress element : StackElementAddress.of(function)) {
                    if (element.isWithinAlignment()) {
                        element.hideIndex(builder);
                    }
                }
            }
        }
    }
}
