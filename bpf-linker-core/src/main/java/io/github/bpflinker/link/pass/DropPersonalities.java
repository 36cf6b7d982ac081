package io.github.bpflinker.link.pass;

import io.github.bpflinker.llvm.Function;
import io.github.bpflinker.llvm.IrInstruction;
import io.github.bpflinker.llvm.Module;

/**
 * Removes personality functions from code that was compiled for other machines. For targets with unwinding, rustc gives
 * every function {@code rust_eh_personality}, even with {@code panic=abort}, and no input defines it. Must run after
 * optimization, which removes unreachable landing pads.
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
