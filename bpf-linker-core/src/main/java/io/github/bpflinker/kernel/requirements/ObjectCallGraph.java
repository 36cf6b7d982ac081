package io.github.bpflinker.kernel.requirements;

import io.github.bpflinker.elf.BpfFunction;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The call graph of an object.
 *
 * @param callees the functions that each function calls
 * @param callbacks the functions that each function passes to helpers as callbacks
 */
record ObjectCallGraph(Map<BpfFunction, Set<BpfFunction>> callees, Map<BpfFunction, Set<BpfFunction>> callbacks) {

    static ObjectCallGraph empty() {
        return new ObjectCallGraph(new LinkedHashMap<>(), new LinkedHashMap<>());
    }

    void addCall(BpfFunction caller, BpfFunction callee) {
        callees.computeIfAbsent(caller, f -> new LinkedHashSet<>()).add(callee);
    }

    void addCallback(BpfFunction user, BpfFunction callback) {
        callbacks.computeIfAbsent(user, f -> new LinkedHashSet<>()).add(callback);
    }

    private Set<BpfFunction> calleesOf(BpfFunction function) {
        return callees.getOrDefault(function, Set.of());
    }

    /** Returns {@code root} and all functions reachable from it, which a loader passes to the kernel as one program. */
    Set<BpfFunction> reachableFrom(BpfFunction root) {
        Set<BpfFunction> reached = new LinkedHashSet<>(List.of(root));
        Deque<BpfFunction> open = new ArrayDeque<>(reached);
        while (!open.isEmpty()) {
            BpfFunction at = open.pop();
            for (Map<BpfFunction, Set<BpfFunction>> edges : List.of(callees, callbacks)) {
                for (BpfFunction next : edges.getOrDefault(at, Set.of())) {
                    if (reached.add(next)) {
                        open.push(next);
                    }
                }
            }
        }
        return reached;
    }

    /** Computes the deepest call chain; callbacks are not followed. */
    static final class Deepest {

        private final ObjectCallGraph graph;
        private final Map<BpfFunction, Long> frames;
        private final Map<BpfFunction, Chain> known = new HashMap<>();
        private final Set<BpfFunction> open = new LinkedHashSet<>();
        private boolean recursive;

        /** @param frames the stack size of each function in bytes */
        Deepest(ObjectCallGraph graph, Map<BpfFunction, Long> frames) {
            this.graph = graph;
            this.frames = frames;
        }

        /** Whether a recursive function was found. */
        boolean isRecursive() {
            return recursive;
        }

        Chain from(BpfFunction function) {
            Chain done = known.get(function);
            if (done != null) {
                return done;
            }
            // A chain of this length is rejected for its length.
            if (!open.add(function)) {
                recursive = true;
                return new Chain(0, 0);
            }
            long stack = 0;
            int calls = 0;
            if (open.size() <= MAXIMUM) {
                for (BpfFunction callee : graph.calleesOf(function)) {
                    Chain below = from(callee);
                    stack = Math.max(stack, below.stack());
                    calls = Math.max(calls, below.calls());
                }
            }
            open.remove(function);
            long own = frames.getOrDefault(function, 0L);
            Chain chain = new Chain(stack + (own + ROUNDING - 1) / ROUNDING * ROUNDING, calls + 1);
            known.put(function, chain);
            return chain;
        }

        /** The granularity of stack frames in bytes; older kernels use 32. */
        private static final int ROUNDING = 16;

        private static final int MAXIMUM = 256;
    }

    /**
     * A chain of calls.
     *
     * @param stack the total size of its frames in bytes
     * @param calls its number of functions
     */
    record Chain(long stack, int calls) {}
}
