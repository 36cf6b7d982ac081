package io.github.bpflinker.link.pass;

import io.github.bpflinker.llvm.AtomicOperation;
import io.github.bpflinker.llvm.Function;
import io.github.bpflinker.llvm.IrInstruction;
import io.github.bpflinker.llvm.Module;

/**
 * Has atomic additions whose old value nobody uses done by the instruction of every kernel. For CPU v3, LLVM 20 and newer
 * take the one that fetches the old value, which came with Linux 5.12, for any order but relaxed, such as that of {@code
 * __sync_fetch_and_add}. Kernels before have no other addition, and none that orders more. To be run behind optimization.
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
