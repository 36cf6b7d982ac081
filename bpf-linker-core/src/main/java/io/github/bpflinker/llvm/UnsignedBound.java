package io.github.bpflinker.llvm;

import io.github.bpflinker.llvm.raw.ValueApi;

/**
 * Computes an upper bound of an unsigned integer from the instructions that compute it. Opcodes are those of {@code
 * LLVMOpcode} in {@code llvm-c/Core.h}.
 */
final class UnsignedBound {

    static final long NONE = Long.MAX_VALUE;

    /** The maximum depth of the analysis, the same as in code generation. */
    private static final int DEPTH = 6;

    private static final int ADD = 8;
    private static final int REMAINDER = 17;
    private static final int SHIFT_LEFT = 20;
    private static final int SHIFT_RIGHT = 21;
    private static final int AND = 23;
    private static final int OR = 24;
    private static final int XOR = 25;
    private static final int TRUNCATE = 30;
    private static final int ZERO_EXTEND = 31;
    private static final int SIGN_EXTEND = 32;
    private static final int PHI = 44;
    private static final int SELECT = 46;

    private UnsignedBound() {}

    /** The upper bound; {@link #NONE} if it is not known. */
    static long of(long value) {
        return of(value, DEPTH);
    }

    private static long of(long value, int depth) {
        if (ValueApi.LLVMIsAConstantInt(value) != 0) {
            long constant = ValueApi.LLVMConstIntGetZExtValue(value);
            return constant < 0 ? NONE : constant;
        }
        long byType = ofWidth(new Type(ValueApi.LLVMTypeOf(value)).integerWidth());
        return ValueApi.LLVMIsAInstruction(value) == 0 || depth == 0
                ? byType
                : Math.min(byType, ofInstruction(value, depth - 1));
    }

    private static long ofWidth(int bits) {
        return bits <= 0 || bits >= Long.SIZE - 1 ? NONE : (1L << bits) - 1;
    }

    private static long ofInstruction(long instruction, int depth) {
        return switch (ValueApi.LLVMGetInstructionOpcode(instruction)) {
            case ADD -> sum(operand(instruction, 0, depth), operand(instruction, 1, depth));
            case REMAINDER -> Math.max(0, operand(instruction, 1, depth) - 1);
            case SHIFT_LEFT -> shifted(operand(instruction, 0, depth), operand(instruction, 1, depth));
            case SHIFT_RIGHT -> shiftedDown(instruction, depth);
            case AND -> Math.min(operand(instruction, 0, depth), operand(instruction, 1, depth));
            case OR, XOR ->
                ofWidth(Long.SIZE
                        - Long.numberOfLeadingZeros(operand(instruction, 0, depth) | operand(instruction, 1, depth)));
            case TRUNCATE, ZERO_EXTEND -> operand(instruction, 0, depth);
            case SIGN_EXTEND -> signExtended(instruction, depth);
            case SELECT -> Math.max(operand(instruction, 1, depth), operand(instruction, 2, depth));
            case PHI -> largestOperand(instruction, depth);
            default -> NONE;
        };
    }

    private static long operand(long instruction, int index, int depth) {
        return of(ValueApi.LLVMGetOperand(instruction, index), depth);
    }

    private static long sum(long a, long b) {
        return a > NONE - b ? NONE : a + b;
    }

    private static long shifted(long value, long by) {
        return by >= Long.SIZE || value > NONE >> by ? NONE : value << by;
    }

    private static long shiftedDown(long instruction, int depth) {
        long value = operand(instruction, 0, depth);
        if (ValueApi.LLVMIsAConstantInt(ValueApi.LLVMGetOperand(instruction, 1)) == 0) {
            return value;
        }
        long by = operand(instruction, 1, depth);
        if (by <= 0 || by >= Long.SIZE) {
            return value;
        }
        return (value == NONE ? -1L : value) >>> by;
    }

    private static long signExtended(long instruction, int depth) {
        int bits = new Type(ValueApi.LLVMTypeOf(ValueApi.LLVMGetOperand(instruction, 0))).integerWidth();
        long bound = operand(instruction, 0, depth);
        return bound <= ofWidth(bits - 1) ? bound : NONE;
    }

    private static long largestOperand(long phi, int depth) {
        long largest = 0;
        for (int i = 0; i < ValueApi.LLVMGetNumOperands(phi); i++) {
            largest = Math.max(largest, operand(phi, i, depth));
        }
        return largest;
    }
}
