package io.github.bpflinker.link.pass;

import io.github.bpflinker.diagnostic.Diagnostic;
import io.github.bpflinker.diagnostic.LinkException;
import io.github.bpflinker.diagnostic.Problem;
import io.github.bpflinker.llvm.Function;
import io.github.bpflinker.llvm.IrBuilder;
import io.github.bpflinker.llvm.IrInstruction;
import io.github.bpflinker.llvm.Module;
import java.util.List;

/**
 * Replaces every {@code unreachable} with a return. LLVM generates no instruction for it, so code would run past the
 * end of the function, which the verifier rejects even if it is not reachable ({@code last insn is not an exit or
 * jmp}): after a panic that does not return, or where the source declares code unreachable. The markers of {@link
 * ExitOnPanic}, each of which precedes an {@code unreachable}, are removed.
 */
public final class ReturnAtUnreachable implements LinkPass {

    private final long value;

    /**
     * Creates the pass.
     *
     * @param value the return value of a program that panics
     */
    public ReturnAtUnreachable(long value) {
        this.value = value;
    }

    @Override
    public void run(Module module) {
        try (IrBuilder builder = new IrBuilder(module)) {
            for (Function function : module.functions()) {
                if (!function.isDeclaration()) {
                    returnIn(function, builder);
                }
            }
        }
        module.function(ExitOnPanic.MARKER).filter(marker -> !marker.isUsed()).ifPresent(Function::delete);
    }

    private void returnIn(Function function, IrBuilder builder) {
        for (IrInstruction instruction : function.instructions()) {
            if (instruction.opcode() == IrInstruction.UNREACHABLE) {
                builder.returnBefore(instruction, value);
                instruction.erase();
            } else if (isMarker(instruction)) {
                refuseOutsideOfProgram(function, instruction);
                instruction.erase();
            }
        }
    }

    private static boolean isMarker(IrInstruction instruction) {
        return instruction.opcode() == IrInstruction.CALL
                && instruction
                        .calledFunction()
                        .filter(called -> called.name().equals(ExitOnPanic.MARKER))
                        .isPresent();
    }

    private static void refuseOutsideOfProgram(Function function, IrInstruction marker) {
        // A local function with a section is a program that is not exported.
        if (function.linkage().isLocal() && function.section().isEmpty()) {
            List<String> chain = CallChain.callersOf(function);
            throw new LinkException(Diagnostic.error(Problem.PANIC_NOT_INLINED)
                    .withFunction(function.name())
                    .withLocation(marker.location().orElse(null))
                    .withDetail("it could not be inlined into its program")
                    .withRelated(chain));
        }
    }
}
