package io.github.bpflinker.kernel.code;

import io.github.bpflinker.elf.Instruction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The control flow within one function, by units of 8 bytes. Calls go on after the call; indirect jumps lead nowhere;
 * edges that leave the code are left out.
 */
public final class ControlFlow {

    private static final int NONE = -1;

    private final List<Instruction> code;

    public ControlFlow(List<Instruction> code) {
        this.code = code;
    }

    /**
     * A jump to an instruction on the way to itself.
     *
     * @param from the index of the jump
     * @param to the index of its target
     */
    public record BackEdge(int from, int to) {}

    private enum State {
        NEW,
        OPEN,
        DONE
    }

    /**
     * The edges that lead back to an instruction on the current path of a depth-first search from the first
     * instruction: the verifier's own idea of a loop, whatever the order of the blocks.
     */
    public List<BackEdge> backEdges() {
        List<BackEdge> found = new ArrayList<>();
        if (code.isEmpty()) {
            return found;
        }
        State[] states = new State[code.size()];
        Arrays.fill(states, State.NEW);
        int[] path = new int[code.size()];
        byte[] tried = new byte[code.size()];
        int depth = 1;
        states[0] = State.OPEN;
        while (depth > 0) {
            int at = path[depth - 1];
            if (tried[depth - 1] == 2) {
                states[at] = State.DONE;
                depth--;
                continue;
            }
            int next = tried[depth - 1]++ == 0 ? following(at) : target(at);
            if (next == NONE) {
                continue;
            }
            if (states[next] == State.OPEN) {
                found.add(new BackEdge(at, next));
            } else if (states[next] == State.NEW) {
                states[next] = State.OPEN;
                path[depth] = next;
                tried[depth] = 0;
                depth++;
            }
        }
        return found;
    }

    /** Which units a jump of the function leads to. */
    boolean[] jumpTargets() {
        boolean[] targets = new boolean[code.size()];
        for (int at = 0; at < code.size(); at++) {
            int target = target(at);
            if (target != NONE) {
                targets[target] = true;
            }
        }
        return targets;
    }

    /** Whether the instruction after that one is reached by going on. */
    boolean goesOn(int at) {
        return !Opcodes.endsBlock(code.get(at));
    }

    private int following(int at) {
        Instruction instruction = code.get(at);
        return Opcodes.endsBlock(instruction) ? NONE : within((long) at + (instruction.isWide() ? 2 : 1));
    }

    private int target(int at) {
        Instruction instruction = code.get(at);
        if (!Opcodes.isJump(instruction)) {
            return NONE;
        }
        int distance = Opcodes.isLongJump(instruction) ? instruction.imm() : instruction.offset();
        return within((long) at + 1 + distance);
    }

    private int within(long index) {
        return index >= 0 && index < code.size() ? (int) index : NONE;
    }
}
