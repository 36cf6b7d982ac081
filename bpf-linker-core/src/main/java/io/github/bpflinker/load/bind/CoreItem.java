package io.github.bpflinker.load.bind;

import io.github.bpflinker.diagnostic.LinkException;
import io.github.bpflinker.diagnostic.SourceLocation;
import io.github.bpflinker.load.core.CoreException;
import io.github.bpflinker.load.core.CoreRelocator;
import io.github.bpflinker.load.core.CoreText;
import io.github.bpflinker.load.core.CoreValue;
import io.github.bpflinker.load.core.TargetTypes;
import io.github.bpflinker.load.plan.CoreReference;
import io.github.bpflinker.load.plan.InstructionLines;
import io.github.bpflinker.load.plan.LoadPlan;
import io.github.bpflinker.load.plan.PlannedFunction;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A CO-RE relocation of a planned object.
 *
 * @param index the index of its function in the plan
 */
record CoreItem(int index, PlannedFunction function, CoreReference reference) {

    /** All relocations of an object in the order of {@code .BTF.ext}, on which their results depend. */
    static List<CoreItem> of(LoadPlan plan) {
        return of(plan, function -> true);
    }

    /** @param wanted whether the relocations of the function of an index are among them */
    static List<CoreItem> of(LoadPlan plan, IntPredicate wanted) {
        return IntStream.range(0, plan.functions().size())
                .filter(wanted)
                .boxed()
                .flatMap(index -> items(index, plan.functions().get(index)))
                .sorted(Comparator.comparingInt(item -> item.reference().sequence()))
                .toList();
    }

    private static Stream<CoreItem> items(int index, PlannedFunction function) {
        return function.core().stream().map(reference -> new CoreItem(index, function, reference));
    }

    /** Type, field or enumerator, and kind, as in {@code struct task_struct.pid (byte_off)}. */
    String text(TargetTypes local) {
        return CoreText.describe(local, reference.type(), reference.access(), reference.kind());
    }

    Optional<SourceLocation> location(LoadPlan plan) {
        return InstructionLines.at(plan, function, reference.at());
    }

    /** @throws CoreException if types are invalid or inconsistent, or candidates are ambiguous */
    CoreValue resolve(CoreRelocator relocator) {
        return withReason(() -> relocator.resolve(reference.type(), reference.access(), reference.kind()));
    }

    /**
     * What the kernel lacks; empty if nothing.
     *
     * @throws CoreException if types are invalid or inconsistent
     */
    Optional<String> missing(CoreRelocator relocator) {
        return withReason(() -> relocator.missing(reference.type(), reference.access(), reference.kind()));
    }

    /** Types that are decoded on demand can turn out to be invalid. */
    private static <T> T withReason(Supplier<T> supplier) {
        try {
            return supplier.get();
        } catch (LinkException e) {
            throw new CoreException(String.valueOf(e.diagnostic().detail()));
        }
    }
}
