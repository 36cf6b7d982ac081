package io.github.bpflinker.link.pass;

import io.github.bpflinker.CodeLimit;
import io.github.bpflinker.Diagnostic;
import io.github.bpflinker.LinkException;
import io.github.bpflinker.Problem;
import io.github.bpflinker.SourceLocation;
import io.github.bpflinker.link.pass.UnsupportedInstruction.Reason;
import io.github.bpflinker.llvm.Function;
import io.github.bpflinker.llvm.GlobalValue;
import io.github.bpflinker.llvm.Instruction;
import io.github.bpflinker.llvm.Module;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds code that LLVM's BPF backend can't generate and does not report well: for some of it, it aborts the process
 * whatever handlers are set (seen with 22.1.8: results over 64 bits, narrow atomics, fences, {@code llvm.returnaddress},
 * thread-local variables).
 */
public final class UnsupportedCode implements LinkPass {

    private final UnsupportedInstruction instructions;

    /**
     * Makes the check.
     *
     * @param abilities of the backend that is to generate the code
     */
    public UnsupportedCode(BackendAbilities abilities) {
        this.instructions = new UnsupportedInstruction(abilities);
    }

    @Override
    public void run(Module module) {
        List<Diagnostic> found = new ArrayList<>();
        for (Function function : module.functions()) {
            if (function.isDeclaration()) {
                continue;
            }
            UnsupportedInstruction.checkType(function.type())
                    .ifPresent(reason -> found.add(diagnostic(reason, function, function.location())));
            for (Instruction instruction : function.instructions()) {
                instructions.check(instruction).ifPresent(reason -> found.add(at(instruction, reason)));
            }
        }
        for (GlobalValue value : module.globalValues()) {
            if (value.isThreadLocal()) {
                Reason reason = new Reason(CodeLimit.THREAD_LOCAL, "the thread-local variable '" + value.name() + "'");
                value.usingInstructions().stream().limit(1).forEach(use -> found.add(at(use, reason)));
            }
        }
        if (!found.isEmpty()) {
            throw new LinkException(found, null);
        }
    }

    private static Diagnostic at(Instruction instruction, Reason reason) {
        Function function = instruction.function();
        // Optimization can take an instruction's place away: where two paths were joined.
        return diagnostic(reason, function, instruction.location().or(function::location));
    }

    private static Diagnostic diagnostic(Reason reason, Function function, Optional<SourceLocation> location) {
        return Diagnostic.error(Problem.CODE_GENERATION)
                .withSymbol(reason.limit().id())
                .withFunction(function.name())
                .withLocation(location.orElse(null))
                .withDetail(reason.detail())
                .withRelated(CallChain.callersOf(function));
    }
}
