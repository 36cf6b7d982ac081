package io.github.bpflinker.kernel.requirements;

import io.github.bpflinker.elf.BpfFunction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The deepest chains of calls from a function, by one rounding of stack frames. Sizes are in bytes. */
final class CallChains {

    private static final int MAXIMUM = 256;

    private final ObjectCallGraph graph;
    private final FunctionFacts functions;
    private final int rounding;
    private final Map<BpfFunction, Chain> known = new HashMap<>();
    private final Set<BpfFunction> open = new LinkedHashSet<>();
    private boolean recursive;

    /** @param rounding the size to which the kernel rounds frames up */
    CallChains(ObjectCallGraph graph, FunctionFacts functions, int rounding) {
        this.graph = graph;
        this.functions = functions;
        this.rounding = rounding;
    }

    /**
     * What is below and including a function; the three maxima can belong to different chains.
     *
     * @param stack the largest sum of frames
     * @param calls the largest number of functions
     * @param run the largest number of functions from this one on, without global ones that it calls and what is below them
     * @param longestRun the largest such number of this function and of those below
     * @param aboveTailCall the largest sum of the frames above a function with a tail call; -1 if there is none
     * @param widest the functions of the chain with the largest stack, from the top
     * @param deepest those of the chain with the most functions
     */
    record Chain(
            long stack,
            int calls,
            int run,
            int longestRun,
            long aboveTailCall,
            List<BpfFunction> widest,
            List<BpfFunction> deepest) {

        private static final Chain NONE = new Chain(0, 0, 0, 0, -1, List.of(), List.of());

        Chain {
            widest = List.copyOf(widest);
            deepest = List.copyOf(deepest);
        }
    }

    /** Whether a recursive function was found. */
    boolean isRecursive() {
        return recursive;
    }

    Chain from(BpfFunction function) {
        @Nullable Chain done = known.get(function);
        if (done != null) {
            return done;
        }
        if (!open.add(function)) {
            recursive = true;
            return Chain.NONE;
        }
        Chain chain = chain(function);
        open.remove(function);
        known.put(function, chain);
        return chain;
    }

    private Chain chain(BpfFunction function) {
        Chain below = Chain.NONE;
        long own = rounded(functions.frame(function));
        // A chain of the maximal length is rejected for its length.
        for (BpfFunction callee : open.size() <= MAXIMUM ? graph.below(function) : Set.<BpfFunction>of()) {
            Chain other = from(callee);
            long above = Math.max(other.aboveTailCall(), functions.tailCall(callee) == null ? -1 : 0);
            below = new Chain(
                    Math.max(below.stack(), other.stack()),
                    Math.max(below.calls(), other.calls()),
                    Math.max(below.run(), functions.isGlobal(callee) ? 0 : other.run()),
                    Math.max(below.longestRun(), other.longestRun()),
                    Math.max(below.aboveTailCall(), above < 0 ? -1 : above + own),
                    other.stack() > below.stack() ? other.widest() : below.widest(),
                    other.calls() > below.calls() ? other.deepest() : below.deepest());
        }
        return new Chain(
                below.stack() + own,
                below.calls() + 1,
                below.run() + 1,
                Math.max(below.longestRun(), below.run() + 1),
                below.aboveTailCall(),
                with(function, below.widest()),
                with(function, below.deepest()));
    }

    private static List<BpfFunction> with(BpfFunction first, List<BpfFunction> rest) {
        List<BpfFunction> all = new ArrayList<>(List.of(first));
        all.addAll(rest);
        return all;
    }

    private long rounded(long frame) {
        // Kernels that round to 32 take even an empty frame for one of 1 byte.
        long size = rounding > 16 ? Math.max(frame, 1) : frame;
        return (size + rounding - 1) / rounding * rounding;
    }
}
