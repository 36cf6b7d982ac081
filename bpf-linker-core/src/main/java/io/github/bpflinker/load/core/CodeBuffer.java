package io.github.bpflinker.load.core;

import io.github.bpflinker.elf.Instruction;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** A mutable sequence of instructions of 8 bytes; a 64-bit load takes two. Not thread-safe. */
public final class CodeBuffer {

    private static final int OFFSET = 2;
    private static final int CONSTANT = 4;

    private final ByteBuffer code;
    private final boolean little;

    /** @param code the code, which is modified in place; its length must be a multiple of 8 */
    public CodeBuffer(byte[] code, ByteOrder order) {
        this.code = ByteBuffer.wrap(code).order(order);
        this.little = order == ByteOrder.LITTLE_ENDIAN;
    }

    /** The number of instructions. */
    public int size() {
        return code.limit() / Instruction.SIZE;
    }

    public int opcode(int at) {
        return Byte.toUnsignedInt(code.get(at * Instruction.SIZE));
    }

    public void setOpcode(int at, int opcode) {
        code.put(at * Instruction.SIZE, (byte) opcode);
    }

    public int destination(int at) {
        return half(at, little);
    }

    public int source(int at) {
        return half(at, !little);
    }

    private int half(int at, boolean low) {
        int registers = code.get(at * Instruction.SIZE + 1);
        return (low ? registers : registers >> 4) & 0xf;
    }

    public void setRegisters(int at, int destination, int source) {
        int registers = little ? source << 4 | destination : destination << 4 | source;
        code.put(at * Instruction.SIZE + 1, (byte) registers);
    }

    public void setSource(int at, int source) {
        setRegisters(at, destination(at), source);
    }

    public short offset(int at) {
        return code.getShort(at * Instruction.SIZE + OFFSET);
    }

    public void setOffset(int at, int offset) {
        code.putShort(at * Instruction.SIZE + OFFSET, (short) offset);
    }

    public int constant(int at) {
        return code.getInt(at * Instruction.SIZE + CONSTANT);
    }

    public void setConstant(int at, int constant) {
        code.putInt(at * Instruction.SIZE + CONSTANT, constant);
    }

    /** Whether the instruction is the first half of a 64-bit load. */
    public boolean isWide(int at) {
        return opcode(at) == Opcode.LD_IMM64;
    }

    /** Replaces an instruction with a call of a nonexistent helper, whose number encodes the reason. */
    public void poison(int at, int number) {
        setOpcode(at, Opcode.CALL);
        setRegisters(at, 0, 0);
        setOffset(at, 0);
        setConstant(at, number);
    }
}
