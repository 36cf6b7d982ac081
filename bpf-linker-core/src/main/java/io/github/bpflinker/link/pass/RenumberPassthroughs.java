package io.github.bpflinker.link.pass;

import io.github.bpflinker.llvm.Function;
import io.github.bpflinker.llvm.IrInstruction;
import io.github.bpflinker.llvm.Module;
import java.util.HashSet;
import java.util.Set;

/**
 * Renumbers the calls of {@code llvm.bpf.passthrough} in module order. The number prevents optimization from merging
 * calls for different CO-RE relocations, which code generation could not express ({@code insertPassThrough} of {@code
 * BPFAbstractMemberAccess.cpp}). Each compilation starts at 0, so merged modules have duplicate numbers. LLVM's counter
 * is never reset in a process, so without renumbering the output would depend on earlier links.
 */
public final class RenumberPassthroughs implements LinkPass {

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
