package io.github.bpflinker.link.pass;

import io.github.bpflinker.llvm.Function;
import io.github.bpflinker.llvm.Module;
import io.github.bpflinker.llvm.Subprogram;

/**
 * Adds function signatures to debug information without them, as with {@code -C debuginfo=1} and {@code
 * -gline-tables-only}. Without a signature, LLVM 17 to 22 writes an uninitialized type id to BTF ({@code
 * BTFDebug::visitSubroutineType}). Must run after optimization, which removes parameters.
 */
public final class AddMissingSignatures implements LinkPass {

    @Override
    public void run(Module module) {
        for (Function function : module.functions()) {
            Subprogram.of(module, function)
                    .filter(subprogram -> !subprogram.hasSignature())
                    .ifPresent(Subprogram::describeByCode);
        }
    }
}
