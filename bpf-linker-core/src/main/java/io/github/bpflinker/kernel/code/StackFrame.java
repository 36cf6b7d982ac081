package io.github.bpflinker.kernel.code;

import io.github.bpflinker.elf.Instruction;
import java.util.List;

/**
 * Computes a lower bound of a function's stack use: accesses relative to the frame pointer and, within a basic block,
 * to copies of it.
 */
public final class StackFrame {

    private static final int REGISTERS = 16;

    private final List<Instruction> code;
    private final boolean[] known = new boolean[REGISTERS];
    private final long[] offsets = new long[REGISTERS];
    private long lowest;

    private StackFrame(List<Instruction> code) {
        this.code = code;
    }

    /** The stack use of {@code code} in bytes. */
    public static long sizeOf(List<Instruction> code) {
        StackFrame frame = new StackFrame(code);
        frame.scan();
        return -frame.lowest;
    }

    private void scan() {
        ControlFlow flow = new ControlFlow(code);
        boolean[] targets = flow.jumpTargets();
        forget();
        int at = 0;
        while (at < code.size()) {
            if (targets[at]) {
                forget();
            }
            Instruction instruction = code.get(at);
            step(instruction);
            if (!flow.goesOn(at)) {
                forget();
            }
            at += instruction.isWide() ? 2 : 1;
        }
    }

    private void forget() {
        for (int register = 0; register < REGISTERS; register++) {
            known[register] = register == Opcodes.FRAME_POINTER;
        }
        offsets[Opcodes.FRAME_POINTER] = 0;
    }

    private void step(Instruction instruction) {
        int dst = instruction.dst();
        if (Opcodes.isMemoryAccess(instruction)) {
            boolean load = Opcodes.classOf(instruction) == Opcodes.CLASS_LDX;
            int base = load ? instruction.src() : dst;
            if (known[base]) {
                reach(offsets[base] + instruction.offset());
            }
            if (load) {
                lose(dst);
            }
        } else if (instruction.opcode() == Opcodes.MOV64_REGISTER && instruction.offset() == 0) {
            copy(dst, instruction.src());
        } else if (instruction.opcode() == Opcodes.ADD64_CONSTANT && known[dst] && dst != Opcodes.FRAME_POINTER) {
            offsets[dst] += instruction.imm();
            reach(offsets[dst]);
        } else if (Opcodes.isArithmetic(instruction) || Opcodes.classOf(instruction) == Opcodes.CLASS_LD) {
            lose(dst);
        } else if (instruction.opcode() == Opcodes.CALL) {
            for (int register = 0; register <= 5; register++) {
                lose(register);
            }
        }
    }

    private void copy(int to, int from) {
        if (to != Opcodes.FRAME_POINTER) {
            known[to] = known[from];
            offsets[to] = offsets[from];
        }
    }

    private void lose(int register) {
        if (register != Opcodes.FRAME_POINTER) {
            known[register] = false;
        }
    }

    private void reach(long offset) {
        lowest = Math.min(lowest, offset);
    }
}
