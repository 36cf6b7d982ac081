package io.github.bpflinker.kernel.requirements;

import io.github.bpflinker.elf.BpfFunction;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
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
 * @param certain the functions that each function calls or passes where no check at load time can remove the code
 * @param later the callbacks that run later, on a stack of their own
 */
record ObjectCallGraph(
        Map<BpfFunction, Set<BpfFunction>> callees,
        Map<BpfFunction, Set<BpfFunction>> callbacks,
        Map<BpfFunction, Set<BpfFunction>> certain,
        Set<BpfFunction> later) {

    static ObjectCallGraph empty() {
        return new ObjectCallGraph(
                new LinkedHashMap<>(), new LinkedHashMap<>(), new LinkedHashMap<>(), new HashSet<>());
    }

    void addCall(BpfFunction caller, BpfFunction callee, boolean guarded) {
        add(callees, caller, callee);
        if (!guarded) {
            add(certain, caller, callee);
        }
    }

    /** @param runsLater whether the kernel calls it after the program has ended */
    void addCallback(BpfFunction user, BpfFunction callback, boolean guarded, boolean runsLater) {
        add(callbacks, user, callback);
        if (!guarded) {
            add(certain, user, callback);
        }
        if (runsLater) {
            later.add(callback);
        }
    }

    private static void add(Map<BpfFunction, Set<BpfFunction>> edges, BpfFunction from, BpfFunction to) {
        edges.computeIfAbsent(from, f -> new LinkedHashSet<>()).add(to);
    }

    /** The functions whose frames are below that of {@code function}: what it calls, and callbacks that helpers call. */
    Set<BpfFunction> below(BpfFunction function) {
        Set<BpfFunction> all = new LinkedHashSet<>(callees.getOrDefault(function, Set.of()));
        for (BpfFunction callback : callbacks.getOrDefault(function, Set.of())) {
            if (!later.contains(callback)) {
                all.add(callback);
            }
        }
        return all;
    }

    /** Returns the roots and all functions reachable from them, which a loader passes to the kernel with them. */
    Set<BpfFunction> reachableFrom(Collection<BpfFunction> roots) {
        return reachable(roots, List.of(callees, callbacks));
    }

    /** Returns the roots and the functions that are reachable from them whatever the kernel. */
    Set<BpfFunction> certainFrom(Collection<BpfFunction> roots) {
        return reachable(roots, List.of(certain));
    }

    private static Set<BpfFunction> reachable(
            Collection<BpfFunction> roots, List<Map<BpfFunction, Set<BpfFunction>>> kinds) {
        Set<BpfFunction> reached = new LinkedHashSet<>(roots);
        Deque<BpfFunction> open = new ArrayDeque<>(reached);
        while (!open.isEmpty()) {
            BpfFunction at = open.pop();
            for (Map<BpfFunction, Set<BpfFunction>> edges : kinds) {
                for (BpfFunction next : edges.getOrDefault(at, Set.of())) {
                    if (reached.add(next)) {
                        open.push(next);
                    }
                }
            }
        }
        return reached;
    }
}
