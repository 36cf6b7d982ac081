package io.github.bpflinker.link.pass;

import io.github.bpflinker.llvm.Function;
import io.github.bpflinker.llvm.IrBuilder;
import io.github.bpflinker.llvm.IrInstruction;
import io.github.bpflinker.llvm.Module;
import io.github.bpflinker.llvm.Type;

/**
 * Turns relaxed atomic loads and stores into plain volatile ones, which is what they are in BPF: JITs make one
 * instruction of an aligned access. LLVM aborts on them before release 21, and later for every CPU before v4 ({@code
 * Cannot select: AtomicLoad}). Fences for the compiler alone, on which LLVM aborts before release 22, become an empty
 * inline assembly. To be run behind optimization, which knows more about atomics than about volatile accesses.
 */
public final class LowerRelaxedAtomics implements LinkPass {

    private static final int WIDEST = 64;

    @Override
    public void run(Module module) {
        try (IrBuilder builder = new IrBuilder(module)) {
            for (Function function : module.functions()) {
                function.instructions().forEach(instruction -> lower(instruction, builder));
            }
        }
    }

    private static void lower(IrInstruction instruction, IrBuilder builder) {
        switch (instruction.opcode()) {
            case IrInstruction.LOAD -> lowerAccess(instruction, instruction.type());
            case IrInstruction.STORE -> lowerAccess(instruction, instruction.operandType(0));
            case IrInstruction.FENCE -> {
                if (instruction.isSingleThread()) {
                    builder.compilerBarrierBefore(instruction);
                    instruction.erase();
                }
            }
            default -> {
                // No other instruction has a plain form.
            }
        }
    }

    private static void lowerAccess(IrInstruction access, Type value) {
        if (access.ordering().isRelaxed() && value.integerWidth() <= WIDEST) {
            access.makeVolatile();
        }
    }
}
