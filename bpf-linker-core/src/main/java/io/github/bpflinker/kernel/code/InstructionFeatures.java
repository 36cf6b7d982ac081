package io.github.bpflinker.kernel.code;

import io.github.bpflinker.elf.Instruction;
import java.util.Optional;

/** Maps an instruction to a feature of {@code instructions.tsv}, independent of its relocation. */
public final class InstructionFeatures {

    private static final int DIV = 0x30;
    private static final int MOD = 0x90;
    private static final int JLT = 0xa0;
    private static final int JSLE = 0xd0;
    private static final int ADDR_SPACE_CAST = 1;
    private static final int LOAD_ACQUIRE = 0x100;
    private static final int STORE_RELEASE = 0x110;

    private InstructionFeatures() {}

    /**
     * The name of the feature; empty for the second half of a 64-bit load, for calls, and for instructions that every
     * kernel supports.
     */
    public static Optional<String> of(Instruction instruction) {
        return switch (Opcodes.classOf(instruction)) {
            case Opcodes.CLASS_LD -> load(instruction);
            case Opcodes.CLASS_LDX ->
                Opcodes.modeOf(instruction) == Opcodes.MODE_MEMSX ? Optional.of("ldsx") : Optional.empty();
            case Opcodes.CLASS_ST ->
                Opcodes.modeOf(instruction) == Opcodes.MODE_MEM ? Optional.of("st-imm") : Optional.empty();
            case Opcodes.CLASS_STX ->
                Opcodes.modeOf(instruction) == Opcodes.MODE_ATOMIC
                        ? Optional.of(atomic(instruction))
                        : Optional.empty();
            case Opcodes.CLASS_JMP -> jump(instruction);
            case Opcodes.CLASS_JMP32 -> Optional.of(instruction.opcode() == Opcodes.GOTOL ? "gotol" : "jmp32");
            default -> arithmetic(instruction);
        };
    }

    private static Optional<String> load(Instruction instruction) {
        int mode = Opcodes.modeOf(instruction);
        return mode == Opcodes.MODE_ABS || mode == Opcodes.MODE_IND ? Optional.of("ld-abs") : Optional.empty();
    }

    private static String atomic(Instruction instruction) {
        return switch (instruction.imm()) {
            case 0 -> "atomic-add";
            case LOAD_ACQUIRE, STORE_RELEASE -> "acquire-release";
            default -> "atomic";
        };
    }

    private static Optional<String> jump(Instruction instruction) {
        if (instruction.opcode() == Opcodes.MAY_GOTO) {
            return Optional.of("may-goto");
        }
        if (instruction.opcode() == Opcodes.GOTOX) {
            return Optional.of("gotox");
        }
        int operation = Opcodes.operationOf(instruction);
        return operation >= JLT && operation <= JSLE ? Optional.of("jump-less") : Optional.empty();
    }

    private static Optional<String> arithmetic(Instruction instruction) {
        int opcode = instruction.opcode();
        if (opcode == Opcodes.BSWAP) {
            return Optional.of("bswap");
        }
        if (instruction.offset() == 0) {
            return Optional.empty();
        }
        if (opcode == Opcodes.MOV64_REGISTER && instruction.offset() == ADDR_SPACE_CAST) {
            return Optional.of("addr-space-cast");
        }
        if (opcode == Opcodes.MOV64_REGISTER || opcode == Opcodes.MOV32_REGISTER) {
            return Optional.of("movsx");
        }
        int operation = Opcodes.operationOf(instruction);
        return operation == DIV || operation == MOD ? Optional.of("sdiv") : Optional.empty();
    }
}
