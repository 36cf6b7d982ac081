package io.github.bpflinker.kernel.code;

import io.github.bpflinker.elf.Instruction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The control flow graph of a function, with one node per 8-byte instruction. A call continues after the call; indirect
 * jumps have no successors; edges to targets outside of the code are omitted.
 */
public final class ControlFlow {

    private static final int NONE = -1;

    private final List<Instruction> code;

    public ControlFlow(List<Instruction> code) {
        this.code = code;
    }

    /**
     * An edge of the graph that closes a loop.
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
     * The edges to an instruction on the current path of a depth-first search from the first instruction. This is the
     * verifier's definition of a loop; it does not depend on the order of the blocks.
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

    /** Marks the instructions that are jump targets. */
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

    /** Whether control can fall through to the next instruction. */
    boolean goesOn(int at) {
        return !Opcodes.endsBlock(code.get(at));
    }

    /** The index of the instruction to which control falls through; -1 if there is none. */
    int following(int at) {
        Instruction instruction = code.get(at);
        return Opcodes.endsBlock(instruction) ? NONE : within((long) at + (instruction.isWide() ? 2 : 1));
    }

    /** The index of the target of a jump; -1 if there is none. */
    int target(int at) {
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
