package io.github.bpflinker.link.pass;

import io.github.bpflinker.diagnostic.CodeLimit;
import io.github.bpflinker.llvm.AtomicOperation;
import io.github.bpflinker.llvm.Function;
import io.github.bpflinker.llvm.IrInstruction;
import io.github.bpflinker.llvm.Ordering;
import io.github.bpflinker.llvm.Type;
import java.util.Locale;
import java.util.Optional;

/** Says of one instruction whether LLVM's BPF backend can generate it. */
final class UnsupportedInstruction {

    private static final int MAX_ARGUMENT_REGISTERS = 5;

    private final BackendAbilities abilities;

    UnsupportedInstruction(BackendAbilities abilities) {
        this.abilities = abilities;
    }

    /**
     * Why something can't be generated.
     *
     * @param detail what the source asks for, as a noun
     * @param backend what LLVM does about it
     */
    record Reason(CodeLimit limit, String detail, Backend backend) {

        static Optional<Reason> of(CodeLimit limit, String detail) {
            return of(limit, detail, Backend.ABORTS);
        }

        static Optional<Reason> of(CodeLimit limit, String detail, Backend backend) {
            return Optional.of(new Reason(limit, detail, backend));
        }
    }

    /** What LLVM's code generator does about code that BPF does not have; seen with 19, 20.1.7 and 22.1.8. */
    enum Backend {
        /** It ends the process, or may. */
        ABORTS,
        /** It reports an error and goes on. */
        REPORTS,
        /** It goes on without a word. */
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

    /** What a function type asks for that no function of BPF can have. */
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
        // What nothing calls or exports as a program, loaders leave out.
        Function caller = call.function();
        boolean loaded = caller.linkage().isLocal() || !caller.section().isEmpty() || caller.isUsed();
        return loaded ? Reason.of(CodeLimit.INDIRECT_CALL, "an indirect call", Backend.KEEPS_SILENT) : Optional.empty();
    }

    private static Optional<Reason> checkCallOf(IrInstruction call, Function called) {
        if (called.isIntrinsic()) {
            return checkIntrinsic(called.name());
        }
        if (!called.isDeclaration()) {
            // A definition is reported where it stands.
            return Optional.empty();
        }
        if (call.isVariadicCall()) {
            return Reason.of(
                    CodeLimit.PROTOTYPE,
                    "a call of '" + called.name() + "' with a variable number of arguments",
                    Backend.KEEPS_SILENT);
        }
        // C's "int f();" has no prototype that could be checked, and no definition: it is an undefined symbol.
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

    private Optional<Reason> checkOrder(Ordering ordering, String access) {
        boolean ordered = ordering != Ordering.NOT_ATOMIC;
        if (!ordered || (abilities.acquireRelease() && ordering != Ordering.SEQUENTIALLY_CONSISTENT)) {
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
            // Every CPU adds; LLVM reports where one can't give the old value.
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
