package io.github.bpflinker.kernel.code;

import io.github.bpflinker.elf.Instruction;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds the conditional jumps of a function whose conditions are known when the program is loaded: tests of weak symbols, of
 * CO-RE relocations that ask whether something exists, and of constant data. Follows values in registers.
 */
final class LoadTimeValues {

    private static final int REGISTERS = 11;
    private static final int MOV_CONSTANT = 0xb0;

    /** What is known of a register. */
    private enum Value {
        ANY,
        NUMBER,
        KNOWN,
        WEAK_ADDRESS,
        CONSTANT_DATA
    }

    private final List<Instruction> code;
    private final ControlFlow flow;
    private final Map<Integer, LoadTimeSource> sources;
    private final @Nullable Value[][] before;

    LoadTimeValues(List<Instruction> code, ControlFlow flow, Map<Integer, LoadTimeSource> sources) {
        this.code = code;
        this.flow = flow;
        this.sources = sources;
        this.before = new @Nullable Value[code.size()][];
        follow();
    }

    private void follow() {
        Value[] start = new Value[REGISTERS];
        Arrays.fill(start, Value.ANY);
        before[0] = start;
        Deque<Integer> open = new ArrayDeque<>(List.of(0));
        while (!open.isEmpty()) {
            int at = open.pop();
            Value @Nullable [] state = before[at];
            if (state == null) {
                continue;
            }
            Value[] after = step(at, state.clone());
            for (int next : new int[] {flow.following(at), flow.target(at)}) {
                if (next >= 0 && merge(next, after)) {
                    open.push(next);
                }
            }
        }
    }

    /** Whether that changed what is known at an instruction. */
    private boolean merge(int at, Value[] incoming) {
        Value @Nullable [] known = before[at];
        if (known == null) {
            before[at] = incoming.clone();
            return true;
        }
        boolean changed = false;
        for (int register = 0; register < REGISTERS; register++) {
            // Two numbers can differ, and which of them it is can depend on the run.
            boolean same = known[register] == incoming[register] && known[register] != Value.NUMBER;
            if (!same && known[register] != Value.ANY) {
                known[register] = Value.ANY;
                changed = true;
            }
        }
        return changed;
    }

    private Value[] step(int at, Value[] registers) {
        Instruction instruction = code.get(at);
        int dst = Math.min(instruction.dst(), REGISTERS - 1);
        int src = Math.min(instruction.src(), REGISTERS - 1);
        @Nullable LoadTimeSource source = sources.get(at);
        switch (Opcodes.classOf(instruction)) {
            case Opcodes.CLASS_LD -> registers[dst] = instruction.isWide() ? wide(instruction, source) : Value.ANY;
            case Opcodes.CLASS_LDX -> registers[dst] = registers[src] == Value.CONSTANT_DATA ? Value.KNOWN : Value.ANY;
            case Opcodes.CLASS_ALU, Opcodes.CLASS_ALU64 ->
                registers[dst] = source == LoadTimeSource.EXISTENCE ? Value.KNOWN : result(instruction, registers);
            case Opcodes.CLASS_JMP -> {
                if (instruction.opcode() == Opcodes.CALL || instruction.opcode() == Opcodes.CALL_REGISTER) {
                    Arrays.fill(registers, 0, 6, Value.ANY);
                }
            }
            default -> {}
        }
        return registers;
    }

    private static Value wide(Instruction instruction, @Nullable LoadTimeSource source) {
        if (source == null) {
            return instruction.src() == 0 ? Value.NUMBER : Value.ANY;
        }
        return switch (source) {
            case WEAK_SYMBOL -> Value.WEAK_ADDRESS;
            case EXISTENCE -> Value.KNOWN;
            case CONSTANT_DATA -> Value.CONSTANT_DATA;
        };
    }

    private static Value result(Instruction instruction, Value[] registers) {
        int dst = Math.min(instruction.dst(), REGISTERS - 1);
        boolean isMove = Opcodes.operationOf(instruction) == MOV_CONSTANT;
        Value right = Opcodes.usesRegister(instruction)
                ? registers[Math.min(instruction.src(), REGISTERS - 1)]
                : Value.NUMBER;
        if (isMove) {
            return right;
        }
        Value left = registers[dst];
        if (left == Value.CONSTANT_DATA && right == Value.NUMBER) {
            return left;
        }
        boolean known = isKnown(left) && isKnown(right) && !(left == Value.NUMBER && right == Value.NUMBER);
        return known ? Value.KNOWN : Value.ANY;
    }

    private static boolean isKnown(Value value) {
        return value == Value.NUMBER || value == Value.KNOWN || value == Value.WEAK_ADDRESS;
    }

    /** The edge of a jump that is not taken, where that is known or possible: to the target, or to the next instruction. */
    record Branch(int at, boolean canTake, boolean canFallThrough) {}

    /** The branch at an instruction, if its condition is known when the program is loaded. */
    Optional<Branch> branch(int at) {
        Instruction jump = code.get(at);
        Value @Nullable [] registers = before[at];
        if (registers == null || !Opcodes.isConditional(jump)) {
            return Optional.empty();
        }
        Value left = registers[Math.min(jump.dst(), REGISTERS - 1)];
        Value right = Opcodes.usesRegister(jump) ? registers[Math.min(jump.src(), REGISTERS - 1)] : Value.NUMBER;
        if (!isKnown(left) || !isKnown(right) || (left == Value.NUMBER && right == Value.NUMBER)) {
            return Optional.empty();
        }
        int operation = Opcodes.operationOf(jump);
        boolean isTestOfWeak = left == Value.WEAK_ADDRESS
                && !Opcodes.usesRegister(jump)
                && jump.imm() == 0
                && (operation == Opcodes.JEQ || operation == Opcodes.JNE);
        if (!isTestOfWeak) {
            return Optional.of(new Branch(at, true, true));
        }
        // The other way is that of kernels that have the symbol.
        boolean takesIfAbsent = operation == Opcodes.JEQ;
        return Optional.of(new Branch(at, takesIfAbsent, !takesIfAbsent));
    }
}
