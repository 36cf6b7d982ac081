package io.github.bpflinker.link.pass;

import io.github.bpflinker.llvm.Function;
import io.github.bpflinker.llvm.IrBuilder;
import io.github.bpflinker.llvm.IrInstruction;
import io.github.bpflinker.llvm.Module;
import io.github.bpflinker.llvm.Type;

/**
 * Replaces relaxed atomic loads and stores with volatile ones, which are equivalent in BPF, because JITs compile an
 * aligned access to one instruction. LLVM before 21, and later ones for CPUs before v4, abort on atomic ones ({@code
 * Cannot select: AtomicLoad}). Compiler-only fences, on which LLVM before 22 aborts, become empty inline assembly. Must
 * run after optimization, which handles atomics better than volatile accesses.
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
                // Other instructions have no equivalent that is not atomic.
            }
        }
    }

    private static void lowerAccess(IrInstruction access, Type value) {
        if (access.ordering().isRelaxed() && value.integerWidth() <= WIDEST) {
            access.makeVolatile();
        }
    }
}
