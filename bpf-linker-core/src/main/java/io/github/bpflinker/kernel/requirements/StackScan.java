package io.github.bpflinker.kernel.requirements;

import io.github.bpflinker.elf.BpfFunction;
import io.github.bpflinker.kernel.table.Feature;
import io.github.bpflinker.kernel.table.StackLimits;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Compares the stack and the calls of a program with the verifier's limits. */
final class StackScan {

    private final ObjectCallGraph graph;
    private final FunctionFacts functions;
    private final Consumer<Feature> found;

    StackScan(ObjectCallGraph graph, FunctionFacts functions, Consumer<Feature> found) {
        this.graph = graph;
        this.functions = functions;
        this.found = found;
    }

    /** @param isPrivate whether newer kernels give functions of such a program stacks of their own */
    void scan(BpfFunction program, boolean isPrivate) {
        Set<BpfFunction> all = graph.reachableFrom(List.of(program));
        boolean tailCalls = all.stream().anyMatch(function -> functions.tailCall(function) != null);
        // Callbacks that run later start on a stack of their own.
        scanFrom(program, isPrivate && !tailCalls);
        all.stream().filter(graph.later()::contains).forEach(callback -> scanFrom(callback, false));
    }

    private void scanFrom(BpfFunction top, boolean isPrivate) {
        Map<Long, CallChains.Chain> byRounding = new LinkedHashMap<>();
        for (int rounding : StackLimits.roundings()) {
            CallChains chains = new CallChains(graph, functions, rounding);
            byRounding.put((long) rounding, chains.from(top));
            if (chains.isRecursive()) {
                found.accept(ProgramScan.recursion());
                return;
            }
        }
        CallChains.Chain chain = byRounding.values().iterator().next();
        StackLimits.depth(chain.calls(), chain.longestRun())
                .ifPresent(limit -> found.accept(limit.withDetail(names(chain.deepest()))));
        long largest = graph.reachableFrom(List.of(top)).stream()
                .filter(function -> function.equals(top) || !graph.later().contains(function))
                .mapToLong(functions::frame)
                .max()
                .orElse(0);
        StackLimits.stack(largest, rounding -> chain(byRounding, rounding).stack(), isPrivate)
                .ifPresent(limit -> found.accept(limit.withDetail(frames(chain.widest()))));
        StackLimits.aboveTailCall(rounding -> chain(byRounding, rounding).aboveTailCall())
                .ifPresent(found);
    }

    private static CallChains.Chain chain(Map<Long, CallChains.Chain> byRounding, long rounding) {
        CallChains.Chain chain = byRounding.get(rounding);
        if (chain == null) {
            throw new IllegalArgumentException(String.valueOf(rounding));
        }
        return chain;
    }

    private static String names(List<BpfFunction> chain) {
        return chain.stream().map(BpfFunction::name).collect(Collectors.joining(", "));
    }

    private String frames(List<BpfFunction> chain) {
        return chain.stream()
                .map(function -> function.name() + " " + functions.frame(function))
                .collect(Collectors.joining(", "));
    }
}
