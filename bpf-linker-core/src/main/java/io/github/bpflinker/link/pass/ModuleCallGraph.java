package io.github.bpflinker.link.pass;

import io.github.bpflinker.llvm.Function;
import io.github.bpflinker.llvm.IrInstruction;
import io.github.bpflinker.llvm.Module;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** A snapshot of the direct calls between the defined functions of a module. */
final class ModuleCallGraph {

    private final Map<Function, Set<Function>> callees = new LinkedHashMap<>();
    private final Map<Function, Set<Function>> callers = new HashMap<>();

    ModuleCallGraph(Module module) {
        for (Function function : module.functions()) {
            if (function.isDeclaration()) {
                continue;
            }
            Set<Function> called = new LinkedHashSet<>();
            for (IrInstruction instruction : function.instructions()) {
                instruction
                        .calledFunction()
                        .filter(callee -> !callee.isDeclaration())
                        .ifPresent(called::add);
            }
            callees.put(function, called);
            called.forEach(callee -> callers.computeIfAbsent(callee, key -> new LinkedHashSet<>())
                    .add(function));
        }
    }

    Set<Function> functions() {
        return callees.keySet();
    }

    /** The functions {@code seeds} and their direct and indirect callers. */
    Set<Function> callersOf(Set<Function> seeds) {
        Set<Function> found = new LinkedHashSet<>(seeds);
        Deque<Function> open = new ArrayDeque<>(seeds);
        while (!open.isEmpty()) {
            for (Function caller : callers.getOrDefault(open.removeFirst(), Set.of())) {
                if (found.add(caller)) {
                    open.add(caller);
                }
            }
        }
        return found;
    }

    /** Finds a cycle of calls between functions that match; empty if there is none. */
    Optional<List<Function>> cycle(Predicate<Function> through) {
        Set<Function> done = new HashSet<>();
        for (Function start : callees.keySet()) {
            Optional<List<Function>> found = cycleFrom(start, through, done);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Optional<List<Function>> cycleFrom(Function start, Predicate<Function> through, Set<Function> done) {
        List<Function> path = new ArrayList<>();
        Deque<Deque<Function>> open = new ArrayDeque<>();
        Deque<Function> first = new ArrayDeque<>(List.of(start));
        open.push(first);
        while (!open.isEmpty()) {
            Deque<Function> siblings = open.element();
            if (siblings.isEmpty()) {
                open.pop();
                if (!path.isEmpty()) {
                    done.add(path.remove(path.size() - 1));
                }
                continue;
            }
            Function next = siblings.removeFirst();
            int at = path.indexOf(next);
            if (at >= 0) {
                return Optional.of(List.copyOf(path.subList(at, path.size())));
            }
            if (through.test(next) && !done.contains(next)) {
                path.add(next);
                open.push(new ArrayDeque<>(callees.getOrDefault(next, Set.of())));
            }
        }
        return Optional.empty();
    }
}
