package io.github.bpflinker.link.pass;

import io.github.bpflinker.llvm.Function;
import io.github.bpflinker.llvm.IrInstruction;
import io.github.bpflinker.llvm.Module;

/**
 * Removes from functions the name of what exceptions would call, which code for other machines carries: rustc has every
 * function of a host with unwinding name {@code rust_eh_personality}, {@code panic=abort} or not, and no input defines
 * that. To be run behind optimization, which removes what would catch and clean up where nothing is thrown.
 */
public final class DropPersonalities implements LinkPass {

    @Override
    public void run(Module module) {
        for (Function function : module.functions()) {
            if (function.hasPersonality() && !catchesOrCleansUp(function)) {
                function.removePersonality();
            }
        }
    }

    private static boolean catchesOrCleansUp(Function function) {
        return function.instructions().stream().anyMatch(instruction -> instruction.opcode() == IrInstruction.INVOKE);
    }
}
