package io.github.bpflinker.link.pass;

import io.github.bpflinker.llvm.AtomicOperation;
import io.github.bpflinker.llvm.Function;
import io.github.bpflinker.llvm.IrInstruction;
import io.github.bpflinker.llvm.Module;

/**
 * Makes atomic additions whose old value is not used relaxed, so that they are compiled to the instruction that every
 * kernel supports. For CPU v3 and any stronger ordering, such as that of {@code __sync_fetch_and_add}, LLVM 20 and
 * newer generate the fetching instruction of Linux 5.12. Older kernels have only the non-fetching addition, without a
 * stronger ordering. Must run after optimization.
 */
public final class UseNonFetchingAtomicAdd implements LinkPass {

    @Override
    public void run(Module module) {
        for (Function function : module.functions()) {
            for (IrInstruction instruction : function.instructions()) {
                if (instruction.opcode() == IrInstruction.ATOMIC_RMW
                        && isAddition(instruction)
                        && !instruction.isUsed()) {
                    instruction.makeRelaxed();
                }
            }
        }
    }

    private static boolean isAddition(IrInstruction instruction) {
        AtomicOperation operation = instruction.atomicOperation();
        return operation == AtomicOperation.ADD || operation == AtomicOperation.SUBTRACT;
    }
}
