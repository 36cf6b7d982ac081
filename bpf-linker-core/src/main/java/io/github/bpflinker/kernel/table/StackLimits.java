package io.github.bpflinker.kernel.table;

import io.github.bpflinker.diagnostic.Remedy;
import io.github.bpflinker.diagnostic.Remedy.Action;
import io.github.bpflinker.kernel.table.Feature.Kind;
import java.util.List;
import java.util.Optional;
import java.util.function.LongUnaryOperator;

/** The verifier's limits for the stack of a program, from {@code limits.tsv}. All sizes are in bytes. */
public final class StackLimits {

    private static final Remedy REMEDY = Remedy.of(Action.MAP_INSTEAD_OF_STACK);

    private StackLimits() {}

    /** The sizes to which kernels round the frame of each function, the oldest kernels' first. */
    public static List<Integer> roundings() {
        return KernelFacts.get().limits("frame-rounding").stream()
                .map(VerifierLimit::maximum)
                .toList();
    }

    /**
     * The limit that a program requires, as a feature. Empty if every kernel allows its stack.
     *
     * @param frame the largest frame of a function
     * @param chain the sum of the frames in the deepest chain of calls, by the rounding
     * @param isPrivate whether newer kernels give each function of such a program a stack of its own
     */
    public static Optional<Feature> stack(long frame, LongUnaryOperator chain, boolean isPrivate) {
        KernelFacts facts = KernelFacts.get();
        VerifierLimit limit = facts.limits("stack").get(0);
        List<VerifierLimit> roundings = facts.limits("frame-rounding");
        long narrowest = Math.max(
                frame, chain.applyAsLong(roundings.get(roundings.size() - 1).maximum()));
        if (Math.max(frame, chain.applyAsLong(roundings.get(0).maximum())) <= limit.maximum()) {
            return Optional.empty();
        }
        for (VerifierLimit rounding : roundings) {
            long size = Math.max(frame, chain.applyAsLong(rounding.maximum()));
            if (size <= limit.maximum()) {
                long old = chain.applyAsLong(roundings.get(0).maximum());
                return Optional.of(feature(old, limit, rounding.releases()));
            }
        }
        VerifierLimit own = facts.limits("private-stack").get(0);
        return isPrivate && frame <= own.maximum()
                ? Optional.of(feature(narrowest, own, own.releases()))
                : Optional.of(Feature.ofNoKernel(Kind.LIMIT, KernelFacts.label("stack", narrowest, limit), REMEDY));
    }

    /**
     * The limit that a chain of calls requires, as a feature. Empty if every kernel allows it.
     *
     * @param calls the largest number of functions in a chain
     * @param run the largest number of functions in a chain that follow each other without a global one
     */
    public static Optional<Feature> depth(int calls, int run) {
        KernelFacts facts = KernelFacts.get();
        Optional<Feature> all = facts.limit("call-depth", calls);
        Optional<Feature> ofRun = facts.limit("call-depth", run);
        if (all.isEmpty() || ofRun.isPresent()) {
            return all.isEmpty() || all.get().since().isPresent() ? all : ofRun;
        }
        VerifierLimit anew = facts.limits("call-depth-of-global").get(0);
        return Optional.of(Feature.of(
                Kind.LIMIT,
                KernelFacts.label(
                        "call-depth", calls, facts.limits("call-depth").get(0)),
                anew.releases(),
                anew.remedy(),
                KernelFacts.NEWER_KERNEL));
    }

    /**
     * The limit that the frames above a tail call require, as a feature. Empty if every kernel allows them.
     *
     * @param above the largest sum of the frames above a function with a tail call, by the rounding; -1 if there is none
     */
    public static Optional<Feature> aboveTailCall(LongUnaryOperator above) {
        KernelFacts facts = KernelFacts.get();
        VerifierLimit limit = facts.limits("tail-call-stack").get(0);
        List<VerifierLimit> roundings = facts.limits("frame-rounding");
        long size = above.applyAsLong(roundings.get(0).maximum());
        if (size <= limit.maximum()) {
            return Optional.empty();
        }
        String label = KernelFacts.label("stack above a tail call", size, limit);
        for (VerifierLimit rounding : roundings) {
            if (above.applyAsLong(rounding.maximum()) <= limit.maximum()) {
                return Optional.of(
                        Feature.of(Kind.LIMIT, label, rounding.releases(), REMEDY, KernelFacts.NEWER_KERNEL));
            }
        }
        return Optional.of(Feature.ofNoKernel(Kind.LIMIT, label, REMEDY));
    }

    private static Feature feature(long size, VerifierLimit limit, Releases releases) {
        return Feature.of(
                Kind.LIMIT, KernelFacts.label("stack", size, limit), releases, REMEDY, KernelFacts.NEWER_KERNEL);
    }
}
