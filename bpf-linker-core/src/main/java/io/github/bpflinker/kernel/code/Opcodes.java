package io.github.bpflinker.kernel.code;

import io.github.bpflinker.elf.Instruction;

/** The fields of opcodes, as defined in the kernel's {@code Documentation/bpf/standardization/instruction-set.rst}. */
public final class Opcodes {

    public static final int CLASS_LD = 0;
    public static final int CLASS_LDX = 1;
    public static final int CLASS_ST = 2;
    public static final int CLASS_STX = 3;
    public static final int CLASS_ALU = 4;
    public static final int CLASS_JMP = 5;
    public static final int CLASS_JMP32 = 6;
    public static final int CLASS_ALU64 = 7;

    public static final int MODE_ABS = 0x20;
    public static final int MODE_IND = 0x40;
    public static final int MODE_MEM = 0x60;
    public static final int MODE_MEMSX = 0x80;
    public static final int MODE_ATOMIC = 0xc0;

    public static final int CALL = 0x85;
    public static final int CALL_REGISTER = 0x8d;
    public static final int EXIT = 0x95;
    public static final int MOV64_REGISTER = 0xbf;
    public static final int MOV32_REGISTER = 0xbc;
    public static final int ADD64_CONSTANT = 0x07;
    public static final int BSWAP = 0xd7;
    public static final int MAY_GOTO = 0xe5;
    public static final int GOTOL = 0x06;
    public static final int GOTOX = 0x0d;

    public static final int FRAME_POINTER = 10;
    /** The {@code src} field of a call of another function of the program. */
    public static final int PSEUDO_CALL = 1;
    /** The {@code src} field of a call of a kernel function. */
    public static final int PSEUDO_KFUNC_CALL = 2;

    /** The operation of a jump if equal. */
    static final int JEQ = 0x10;
    /** The operation of a jump if not equal. */
    static final int JNE = 0x50;

    private static final int JA = 0x05;
    private static final int SOURCE_REGISTER = 0x08;

    private Opcodes() {}

    public static int classOf(Instruction instruction) {
        return instruction.opcode() & 7;
    }

    /** The mode of a load or store. */
    public static int modeOf(Instruction instruction) {
        return instruction.opcode() & 0xe0;
    }

    /** The operation of an arithmetic instruction or a jump. */
    public static int operationOf(Instruction instruction) {
        return instruction.opcode() & 0xf0;
    }

    /** Whether it is an arithmetic instruction of 32 or 64 bits. */
    public static boolean isArithmetic(Instruction instruction) {
        int c = classOf(instruction);
        return c == CLASS_ALU || c == CLASS_ALU64;
    }

    /** Whether it loads or stores through a register. */
    public static boolean isMemoryAccess(Instruction instruction) {
        int c = classOf(instruction);
        return c == CLASS_LDX || c == CLASS_ST || c == CLASS_STX;
    }

    /** Whether it is a jump within the function: not a call, exit or indirect jump. */
    public static boolean isJump(Instruction instruction) {
        int c = classOf(instruction);
        int opcode = instruction.opcode();
        return (c == CLASS_JMP || c == CLASS_JMP32)
                && opcode != CALL
                && opcode != CALL_REGISTER
                && opcode != EXIT
                && opcode != GOTOX;
    }

    /** Whether the second operand of an arithmetic instruction or a jump is a register. */
    static boolean usesRegister(Instruction instruction) {
        return (instruction.opcode() & SOURCE_REGISTER) != 0;
    }

    /** Whether it is a jump that depends on a comparison. */
    static boolean isConditional(Instruction instruction) {
        return isJump(instruction)
                && instruction.opcode() != JA
                && instruction.opcode() != GOTOL
                && instruction.opcode() != MAY_GOTO;
    }

    static boolean isLongJump(Instruction instruction) {
        return instruction.opcode() == GOTOL;
    }

    /** Whether it ends a basic block, so that the next instruction is reached only by a jump. */
    static boolean endsBlock(Instruction instruction) {
        int opcode = instruction.opcode();
        return opcode == JA || opcode == GOTOL || opcode == GOTOX || opcode == EXIT;
    }
}
