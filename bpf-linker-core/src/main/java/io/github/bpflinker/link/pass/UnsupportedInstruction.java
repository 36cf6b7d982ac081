package io.github.bpflinker.link.pass;

import io.github.bpflinker.diagnostic.CodeLimit;
import io.github.bpflinker.llvm.AtomicOperation;
import io.github.bpflinker.llvm.AtomicOrdering;
import io.github.bpflinker.llvm.Function;
import io.github.bpflinker.llvm.IrInstruction;
import io.github.bpflinker.llvm.Type;
import java.util.Locale;
import java.util.Optional;

/** Checks whether LLVM's BPF backend supports an instruction. */
final class UnsupportedInstruction {

    private static final int MAX_ARGUMENT_REGISTERS = 5;

    private final BackendFeatures abilities;

    UnsupportedInstruction(BackendFeatures abilities) {
        this.abilities = abilities;
    }

    /**
     * The reason for which code is not supported.
     *
     * @param detail the unsupported construct, as a noun phrase
     * @param backend the behaviour of LLVM
     */
    record Reason(CodeLimit limit, String detail, Backend backend) {

        static Optional<Reason> of(CodeLimit limit, String detail) {
            return of(limit, detail, Backend.ABORTS);
        }

        static Optional<Reason> of(CodeLimit limit, String detail, Backend backend) {
            return Optional.of(new Reason(limit, detail, backend));
        }
    }

    /** The behaviour of LLVM's code generator for unsupported code, in 19, 20.1.7 and 22.1.8. */
    enum Backend {
        /** It can abort the process. */
        ABORTS,
        /** It reports an error and continues. */
        REPORTS,
        /** It silently continues. */
        KEEPS_SILENT
    }

    Optional<Reason> check(IrInstruction instruction) {
        return switch (instruction.opcode()) {
            case IrInstruction.CALL -> checkCall(instruction);
            case IrInstruction.LOAD -> checkOrder(instruction.ordering(), "load");
            case IrInstruction.STORE -> checkOrder(instruction.ordering(), "store");
            case IrInstruction.ATOMIC_RMW -> checkOperation(instruction);
            case IrInstruction.ATOMIC_CMPXCHG -> checkWidth(instruction.operandType(2), abilities.halfRegisters());
            case IrInstruction.FENCE -> Reason.of(CodeLimit.FENCE, "a memory fence");
            case IrInstruction.INDIRECT_BRANCH ->
                abilities.indirectJumps() ? Optional.empty() : Reason.of(CodeLimit.INDIRECT_JUMP, "a computed goto");
            default -> Optional.empty();
        };
    }

    /** Checks a function type against the calling convention of BPF. */
    static Optional<Reason> checkType(Type function) {
        if (function.isVarArg()) {
            return Reason.of(CodeLimit.ARGUMENTS, "a variable number of arguments");
        }
        if (function.returnType().registers() > 1) {
            return Reason.of(CodeLimit.ARGUMENTS, "a result over 64 bits");
        }
        long arguments = function.parameterRegisters();
        return arguments > MAX_ARGUMENT_REGISTERS
                ? Reason.of(
                        CodeLimit.ARGUMENTS,
                        "arguments in " + arguments + " registers; BPF has " + MAX_ARGUMENT_REGISTERS,
                        Backend.REPORTS)
                : Optional.empty();
    }

    private static Optional<Reason> checkCall(IrInstruction call) {
        if (!call.isIndirectCall()) {
            return call.calledFunction().flatMap(called -> checkCallOf(call, called));
        }
        // Loaders omit functions that are not called and not programs.
        Function caller = call.function();
        boolean loaded = caller.linkage().isLocal() || !caller.section().isEmpty() || caller.isUsed();
        return loaded ? Reason.of(CodeLimit.INDIRECT_CALL, "an indirect call", Backend.KEEPS_SILENT) : Optional.empty();
    }

    private static Optional<Reason> checkCallOf(IrInstruction call, Function called) {
        if (called.isIntrinsic()) {
            return checkIntrinsic(called.name());
        }
        if (!called.isDeclaration()) {
            // A definition is reported at its own location.
            return Optional.empty();
        }
        if (call.isVariadicCall()) {
            return Reason.of(
                    CodeLimit.PROTOTYPE,
                    "a call of '" + called.name() + "' with a variable number of arguments",
                    Backend.KEEPS_SILENT);
        }
        // C's "int f();" has no prototype to check. Without a definition, it is reported as an undefined symbol.
        return called.type().isVarArg() ? Optional.empty() : checkType(called.type());
    }

    private static Optional<Reason> checkIntrinsic(String name) {
        if (name.startsWith("llvm.returnaddress")) {
            return Reason.of(CodeLimit.FRAME, "the return address is not available in BPF");
        }
        return name.startsWith("llvm.frameaddress") || name.startsWith("llvm.sponentry")
                ? Reason.of(CodeLimit.FRAME, "the address of its stack frame is not available in BPF")
                : Optional.empty();
    }

    private Optional<Reason> checkOrder(AtomicOrdering ordering, String access) {
        boolean ordered = ordering != AtomicOrdering.NOT_ATOMIC;
        if (!ordered || (abilities.acquireRelease() && ordering != AtomicOrdering.SEQUENTIALLY_CONSISTENT)) {
            return Optional.empty();
        }
        return ordering.isRelaxed()
                ? Reason.of(CodeLimit.ATOMIC, "an atomic " + access + " of more than 64 bits")
                : Reason.of(CodeLimit.ATOMIC_ORDER, "an atomic " + access + " that orders others");
    }

    private Optional<Reason> checkOperation(IrInstruction instruction) {
        Type value = instruction.operandType(1);
        AtomicOperation operation = instruction.atomicOperation();
        return switch (operation) {
            // Every CPU supports addition; LLVM reports an error if the CPU can't return the old value.
            case ADD -> checkWidth(value, true);
            case EXCHANGE, SUBTRACT, AND, OR, XOR -> checkWidth(value, abilities.halfRegisters());
            default ->
                Reason.of(
                        CodeLimit.ATOMIC,
                        "an atomic operation that BPF does not have"
                                + (operation == AtomicOperation.OTHER
                                        ? ""
                                        : " ("
                                                + operation
                                                        .name()
                                                        .toLowerCase(Locale.ROOT)
                                                        .replace('_', ' ') + ")"));
        };
    }

    private static Optional<Reason> checkWidth(Type value, boolean half) {
        int width = value.integerWidth();
        if (width == 32 && !half) {
            return Reason.of(CodeLimit.ATOMIC_CPU, "an atomic operation on 32 bits");
        }
        return width == 0 || width == 32 || width == 64
                ? Optional.empty()
                : Reason.of(CodeLimit.ATOMIC, "an atomic operation on " + width + " bits");
    }
}
