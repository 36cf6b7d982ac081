package io.github.bpflinker.link.pass;

import io.github.bpflinker.Diagnostic;
import io.github.bpflinker.LinkException;
import io.github.bpflinker.Problem;
import io.github.bpflinker.llvm.Function;
import io.github.bpflinker.llvm.Instruction;
import io.github.bpflinker.llvm.Module;
import io.github.bpflinker.llvm.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds code that LLVM's BPF backend can't generate and does not report well: for some of it, it aborts the process
 * whatever handlers are set (seen with 22.1.8: results over 64 bits, narrow atomics, {@code llvm.returnaddress}).
 */
public final class UnsupportedCode implements LinkPass {

    private static final int MAX_ARGUMENT_REGISTERS = 5;

    @Override
    public void run(Module module) {
        List<Diagnostic> found = new ArrayList<>();
        for (Function function : module.functions()) {
            if (function.isDeclaration()) {
                continue;
            }
            check(function.type()).ifPresent(reason -> found.add(inFunction(function, reason)));
            for (Instruction instruction : function.instructions()) {
                check(instruction).ifPresent(reason -> found.add(at(instruction, reason)));
            }
        }
        if (!found.isEmpty()) {
            throw new LinkException(found, null);
        }
    }

    private static Optional<String> check(Instruction instruction) {
        return switch (instruction.opcode()) {
            case Instruction.CALL -> instruction.calledFunction().flatMap(UnsupportedCode::checkCallOf);
            case Instruction.ATOMIC_RMW -> checkAtomic(instruction.operandType(1));
            case Instruction.ATOMIC_CMPXCHG -> checkAtomic(instruction.operandType(2));
            default -> Optional.empty();
        };
    }

    private static Optional<String> checkCallOf(Function called) {
        if (called.isIntrinsic()) {
            return called.name().startsWith("llvm.returnaddress")
                    ? Optional.of("the return address is not available in BPF")
                    : Optional.empty();
        }
        // A definition is reported where it stands.
        return called.isDeclaration() ? check(called.type()) : Optional.empty();
    }

    private static Optional<String> checkAtomic(Type value) {
        int width = value.integerWidth();
        return width == 8 || width == 16
                ? Optional.of("atomic operations on " + width + " bits; BPF has them for 32 and 64 bits")
                : Optional.empty();
    }

    private static Optional<String> check(Type function) {
        if (function.isVarArg()) {
            return Optional.of("a variable number of arguments");
        }
        if (function.returnType().registers() > 1) {
            return Optional.of("a result over 64 bits");
        }
        long arguments = function.parameterRegisters();
        return arguments > MAX_ARGUMENT_REGISTERS
                ? Optional.of("arguments in " + arguments + " registers; BPF has " + MAX_ARGUMENT_REGISTERS)
                : Optional.empty();
    }

    private static Diagnostic inFunction(Function function, String reason) {
        return Diagnostic.error(Problem.CODE_GENERATION)
                .withFunction(function.name())
                .withLocation(function.location().orElse(null))
                .withDetail(reason)
                .withRelated(CallChain.callersOf(function));
    }

    private static Diagnostic at(Instruction instruction, String reason) {
        return Diagnostic.error(Problem.CODE_GENERATION)
                .withFunction(instruction.function().name())
                .withLocation(instruction.location().orElse(null))
                .withDetail(reason)
                .withRelated(CallChain.callersOf(instruction.function()));
    }
}
