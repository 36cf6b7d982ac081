package io.github.bpflinker.link.pass;

import io.github.bpflinker.llvm.Function;
import io.github.bpflinker.llvm.Module;
import io.github.bpflinker.llvm.Subprogram;

/**
 * Describes what functions take and return where debug information does not, as that of {@code -C debuginfo=1} and
 * {@code -gline-tables-only}. For these LLVM's BTF refers to a type of a random number ({@code
 * BTFDebug::visitSubroutineType} leaves it unset, in releases 17 to 22). To be run behind optimization, which removes
 * parameters.
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
