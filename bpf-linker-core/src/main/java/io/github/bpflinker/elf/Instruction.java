package io.github.bpflinker.elf;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * One 8-byte unit of BPF code. The 16 bytes of a 64-bit load ({@link #isWide()}) are two: the second has opcode 0 and
 * holds the upper half of the constant.
 *
 * @param opcode the whole opcode byte, class and all
 * @param dst destination register, 0 to 10
 * @param src source register, 0 to 10, or a marker such as {@code BPF_PSEUDO_CALL}
 * @param offset of a jump, in units after the next one; of a memory access, in bytes
 * @param imm the constant
 */
public record Instruction(int opcode, int dst, int src, short offset, int imm) {

    /** Bytes in a unit. */
    public static final int SIZE = 8;

    private static final int LD_IMM64 = 0x18;

    /**
     * Reads a unit in the byte order of {@code code}, which also says which half of a byte is which register.
     *
     * @param at the byte at which it starts
     */
    public static Instruction decode(ByteBuffer code, int at) {
        int registers = Byte.toUnsignedInt(code.get(at + 1));
        int low = registers & 0xf;
        int high = registers >> 4;
        boolean little = code.order() == ByteOrder.LITTLE_ENDIAN;
        return new Instruction(
                Byte.toUnsignedInt(code.get(at)),
                little ? low : high,
                little ? high : low,
                code.getShort(at + 2),
                code.getInt(at + 4));
    }

    /** Whether it is the first of the two units of a 64-bit constant's load. */
    public boolean isWide() {
        return opcode == LD_IMM64;
    }
}
