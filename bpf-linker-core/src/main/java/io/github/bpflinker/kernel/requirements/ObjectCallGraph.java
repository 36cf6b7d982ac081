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
 * Which functions of an object use which.
 *
 * @param callees what each calls
 * @param callbacks what each has the kernel call
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

    /** That function and all that it uses, directly or not: what a loader passes to the kernel together. */
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

    /** The deepest chain of calls; callbacks are not followed. */
    static final class Deepest {

        private final ObjectCallGraph graph;
        private final Map<BpfFunction, Long> frames;
        private final Map<BpfFunction, Chain> known = new HashMap<>();
        private final Set<BpfFunction> open = new LinkedHashSet<>();
        private boolean recursive;

        /** @param frames the stack of each function, in bytes */
        Deepest(ObjectCallGraph graph, Map<BpfFunction, Long> frames) {
            this.graph = graph;
            this.frames = frames;
        }

        /** Whether a function that was asked for leads to itself. */
        boolean isRecursive() {
            return recursive;
        }

        Chain from(BpfFunction function) {
            Chain done = known.get(function);
            if (done != null) {
                return done;
            }
            // A chain this long is refused for its length.
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

        /** What kernels round the stack of a function up to; older ones take 32. */
        private static final int ROUNDING = 16;

        private static final int MAXIMUM = 256;
    }

    /**
     * A chain of calls.
     *
     * @param stack of all its frames, in bytes
     * @param calls functions in it
     */
    record Chain(long stack, int calls) {}
}
