package io.github.bpflinker.llvm;

import io.github.bpflinker.llvm.raw.ValueApi;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/**
 * Determines whether code reads a pointer from a variable. Follows the variable's address through instructions and into
 * called functions. An address that is only passed on, such as that of a panic's source location, is not read.
 */
final class PointerReadAnalysis {

    private static final Set<String> COPIES = Set.of("memcpy", "memmove");

    /** An intrinsic that adds a loaded offset to its address: rustc's relative tables for position-independent code. */
    private static final String RELATIVE_LOAD = "llvm.load.relative.";

    private final Set<Long> seen = new HashSet<>();
    private final Deque<Long> open = new ArrayDeque<>();

    private PointerReadAnalysis() {}

    static PointerReadResult of(long variable) {
        return new PointerReadAnalysis().follow(variable);
    }

    private PointerReadResult follow(long variable) {
        PointerReadResult state = PointerReadResult.NOT_READ;
        open.add(variable);
        while (!open.isEmpty() && state != PointerReadResult.READ) {
            long address = open.removeFirst();
            for (long use = ValueApi.LLVMGetFirstUse(address); use != 0; use = ValueApi.LLVMGetNextUse(use)) {
                state = state.or(stateOf(ValueApi.LLVMGetUser(use), address));
            }
        }
        return state;
    }

    private PointerReadResult stateOf(long user, long address) {
        if (ValueApi.LLVMIsAInstruction(user) == 0) {
            // An initializer of another variable, which is examined separately.
            return ValueApi.LLVMIsAGlobalValue(user) == 0 ? goOn(user) : PointerReadResult.NOT_READ;
        }
        return switch (ValueApi.LLVMGetInstructionOpcode(user)) {
            case IrInstruction.LOAD -> stateOf(new IrInstruction(user).type());
            case IrInstruction.CALL -> stateOfCall(user, address);
            case IrInstruction.GET_ELEMENT_PTR, IrInstruction.PHI, IrInstruction.SELECT -> goOn(user);
            case IrInstruction.COMPARISON -> PointerReadResult.NOT_READ;
            default -> PointerReadResult.UNKNOWN;
        };
    }

    private static PointerReadResult stateOf(Type read) {
        if (read.isPointer()) {
            return PointerReadResult.READ;
        }
        int width = read.integerWidth();
        return width > 0 && width < Long.SIZE ? PointerReadResult.NOT_READ : PointerReadResult.UNKNOWN;
    }

    private PointerReadResult stateOfCall(long call, long address) {
        long called = ValueApi.LLVMIsAFunction(ValueApi.LLVMGetCalledValue(call));
        if (called == 0) {
            // A helper, which can read anything.
            return PointerReadResult.READ;
        }
        Function function = new Function(called);
        String name = function.name();
        if (name.startsWith(RELATIVE_LOAD)) {
            return PointerReadResult.READ;
        }
        if (function.isIntrinsic() || COPIES.contains(name)) {
            return isCopy(name) && ValueApi.LLVMGetOperand(call, 1) == address
                    ? PointerReadResult.READ
                    : PointerReadResult.NOT_READ;
        }
        if (function.isDeclaration()) {
            return PointerReadResult.READ;
        }
        for (int i = 0; i < ValueApi.LLVMCountParams(called); i++) {
            if (ValueApi.LLVMGetOperand(call, i) == address) {
                goOn(ValueApi.LLVMGetParam(called, i));
            }
        }
        return PointerReadResult.NOT_READ;
    }

    private static boolean isCopy(String name) {
        return COPIES.contains(name) || COPIES.stream().anyMatch(copy -> name.startsWith("llvm." + copy + "."));
    }

    private PointerReadResult goOn(long value) {
        if (seen.add(value)) {
            open.add(value);
        }
        return PointerReadResult.NOT_READ;
    }
}
