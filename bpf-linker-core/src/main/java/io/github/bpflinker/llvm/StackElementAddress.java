package io.github.bpflinker.llvm;

import io.github.bpflinker.llvm.raw.ValueApi;
import java.util.ArrayList;
import java.util.List;

/**
 * An element of a local variable with an index that is not constant: a {@code getelementptr} into an {@code alloca}.
 * Valid until its module is closed.
 */
public final class StackElementAddress {

    /** The alignment in bytes that code generation can give a variable beyond its own alignment. */
    private static final long STACK_ALIGNMENT = 8;

    private final IrInstruction address;
    private final int operand;
    private final long alignment;

    private StackElementAddress(IrInstruction address, int operand, long alignment) {
        this.address = address;
        this.operand = operand;
        this.alignment = alignment;
    }

    /** All such elements of a function. An address with several variable indices is listed once for each. */
    public static List<StackElementAddress> of(Function function) {
        List<StackElementAddress> found = new ArrayList<>();
        for (IrInstruction instruction : function.instructions()) {
            if (instruction.opcode() == IrInstruction.GET_ELEMENT_PTR) {
                long variable = variable(instruction.handle);
                if (variable != 0) {
                    long alignment = Math.max(STACK_ALIGNMENT, ValueApi.LLVMGetAlignment(variable));
                    addIndices(instruction, alignment, found);
                }
            }
        }
        return found;
    }

    /** The {@code alloca} that an address points into; 0 if there is none. */
    private static long variable(long address) {
        long base = address;
        while (ValueApi.LLVMIsAInstruction(base) != 0
                && ValueApi.LLVMGetInstructionOpcode(base) == IrInstruction.GET_ELEMENT_PTR) {
            base = ValueApi.LLVMGetOperand(base, 0);
        }
        boolean local = ValueApi.LLVMIsAInstruction(base) != 0
                && ValueApi.LLVMGetInstructionOpcode(base) == IrInstruction.ALLOCA;
        return local ? base : 0;
    }

    private static void addIndices(IrInstruction address, long alignment, List<StackElementAddress> found) {
        for (int i = 1; i < ValueApi.LLVMGetNumOperands(address.handle); i++) {
            if (ValueApi.LLVMIsConstant(ValueApi.LLVMGetOperand(address.handle, i)) == 0
                    && address.operandType(i).integerWidth() == Long.SIZE) {
                found.add(new StackElementAddress(address, i, alignment));
            }
        }
    }

    /**
     * Whether the byte offset is smaller than the variable's alignment, so that address and offset have no common bits.
     */
    public boolean isWithinAlignment() {
        return UnsignedBound.of(ValueApi.LLVMGetOperand(address.handle, operand)) < alignment;
    }

    /** Hides the computation of the index from LLVM, without generating code. */
    public void hideIndex(IrBuilder builder) {
        long index = ValueApi.LLVMGetOperand(address.handle, operand);
        ValueApi.LLVMSetOperand(address.handle, operand, builder.opaqueBefore(address, index));
    }
}
