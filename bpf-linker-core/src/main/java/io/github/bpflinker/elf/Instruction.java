package io.github.bpflinker.elf;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * A BPF instruction of 8 bytes ({@code struct bpf_insn}). A 64-bit load ({@link #isWide()}) takes two of them: the
 * second has opcode 0 and the upper half of the constant.
 *
 * @param opcode the opcode byte, including the class
 * @param dst destination register, 0 to 10
 * @param src source register, 0 to 10, or a marker such as {@code BPF_PSEUDO_CALL}
 * @param offset for a jump, the distance from the next instruction in instructions; for a memory access, in bytes
 * @param imm the constant
 */
public record Instruction(int opcode, int dst, int src, short offset, int imm) {

    /** The size of an instruction in bytes. */
    public static final int SIZE = 8;

    private static final int LD_IMM64 = 0x18;

    /**
     * Decodes an instruction in the byte order of {@code code}, which also determines the order of the two registers in
     * their byte.
     *
     * @param at the index of its first byte
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

    /** Whether it is the first half of a 64-bit load ({@code ld_imm64}). */
    public boolean isWide() {
        return opcode == LD_IMM64;
    }
}
