package io.github.bpflinker.llvm;

import io.github.bpflinker.llvm.raw.ValueApi;
import java.util.ArrayList;
import java.util.List;

/** A computed place in a local variable: its address, and an index that is no constant. Borrows from its module. */
public final class LocalElement {

    /** Code generation may align a variable to as much, whatever its own alignment. */
    private static final long STACK_ALIGNMENT = 8;

    private final IrInstruction address;
    private final int operand;
    private final long alignment;

    private LocalElement(IrInstruction address, int operand, long alignment) {
        this.address = address;
        this.operand = operand;
        this.alignment = alignment;
    }

    /** Those of a function; an address with several such indices is in it as often. */
    public static List<LocalElement> of(Function function) {
        List<LocalElement> found = new ArrayList<>();
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

    /** The local variable that an address is in; 0 if it is in none. */
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

    private static void addIndices(IrInstruction address, long alignment, List<LocalElement> found) {
        for (int i = 1; i < ValueApi.LLVMGetNumOperands(address.handle); i++) {
            if (ValueApi.LLVMIsConstant(ValueApi.LLVMGetOperand(address.handle, i)) == 0
                    && address.operandType(i).integerWidth() == Long.SIZE) {
                found.add(new LocalElement(address, i, alignment));
            }
        }
    }

    /** Whether the index stays below the alignment of the variable, so that it could have no bit in common with it. */
    public boolean isWithinAlignment() {
        return UnsignedBound.of(ValueApi.LLVMGetOperand(address.handle, operand)) < alignment;
    }

    /** Has LLVM forget how the index was computed. No code is generated for it. */
    public void hideIndex(IrBuilder builder) {
        long index = ValueApi.LLVMGetOperand(address.handle, operand);
        ValueApi.LLVMSetOperand(address.handle, operand, builder.opaqueBefore(address, index));
    }
}
