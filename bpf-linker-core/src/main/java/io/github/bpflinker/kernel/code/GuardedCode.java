package io.github.bpflinker.kernel.code;

import io.github.bpflinker.elf.Instruction;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/**
 * The instructions of a function that run only if a check at load time lets them, such as whether the kernel has a kfunc: the
 * verifier removes them on other kernels.
 */
public final class GuardedCode {

    /** A function with more such checks is not looked at: it would take too long. */
    private static final int MOST_BRANCHES = 1000;

    private GuardedCode() {}

    /**
     * Finds them.
     *
     * @param sources for the indices of instructions, where they take a value from that is known when the program is loaded
     * @return their indices
     */
    public static BitSet of(List<Instruction> code, Map<Integer, LoadTimeSource> sources) {
        BitSet guarded = new BitSet(code.size());
        if (sources.isEmpty() || code.isEmpty()) {
            return guarded;
        }
        ControlFlow flow = new ControlFlow(code);
        LoadTimeValues values = new LoadTimeValues(code, flow, sources);
        int branches = 0;
        for (int at = 0; at < code.size() && branches < MOST_BRANCHES; at++) {
            LoadTimeValues.Branch branch = values.branch(at).orElse(null);
            if (branch != null) {
                branches++;
                if (branch.canTake()) {
                    addUnreached(code.size(), flow, at, flow.target(at), guarded);
                }
                if (branch.canFallThrough()) {
                    addUnreached(code.size(), flow, at, flow.following(at), guarded);
                }
            }
        }
        return guarded;
    }

    /** Adds what is not reached if a branch always goes to {@code only}. */
    private static void addUnreached(int size, ControlFlow flow, int branch, int only, BitSet guarded) {
        BitSet reached = new BitSet(size);
        Deque<Integer> open = new ArrayDeque<>(List.of(0));
        reached.set(0);
        while (!open.isEmpty()) {
            int at = open.pop();
            int[] nexts = at == branch ? new int[] {only} : new int[] {flow.following(at), flow.target(at)};
            for (int next : nexts) {
                if (next >= 0 && !reached.get(next)) {
                    reached.set(next);
                    open.push(next);
                }
            }
        }
        reached.flip(0, size);
        guarded.or(reached);
    }
}
