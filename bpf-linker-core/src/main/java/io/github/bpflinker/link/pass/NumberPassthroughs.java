package io.github.bpflinker.link.pass;

import io.github.bpflinker.llvm.Function;
import io.github.bpflinker.llvm.IrInstruction;
import io.github.bpflinker.llvm.Module;
import java.util.HashSet;
import java.util.Set;

/**
 * Numbers the calls of {@code llvm.bpf.passthrough} in the order in which they stand in the module. The number is what
 * keeps optimization from making one of two calls that stand for different CO-RE relocations, which code generation could
 * not express ({@code insertPassThrough} of {@code BPFAbstractMemberAccess.cpp}). Every compilation begins with 0, so
 * merged modules have equal ones; and LLVM goes on counting as long as a process lives, so the number would tell what was
 * linked before.
 */
public final class NumberPassthroughs implements LinkPass {

    private static final String PREFIX = "llvm.bpf.passthrough.";

    @Override
    public void run(Module module) {
        Set<Function> passthroughs = new HashSet<>();
        Set<Function> callers = new HashSet<>();
        for (Function function : module.functions()) {
            if (function.isDeclaration() && function.name().startsWith(PREFIX)) {
                passthroughs.add(function);
                function.usingInstructions().forEach(call -> callers.add(call.function()));
            }
        }
        if (callers.isEmpty()) {
            return;
        }
        int number = 0;
        for (Function function : module.functions()) {
            if (callers.contains(function)) {
                for (IrInstruction instruction : function.instructions()) {
                    if (instruction
                            .calledFunction()
                            .filter(passthroughs::contains)
                            .isPresent()) {
                        instruction.setIntegerOperand(0, number++);
                    }
                }
            }
        }
    }
}
