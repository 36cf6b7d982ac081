package io.github.bpflinker.load.bind;

import io.github.bpflinker.btf.CoreRelocation;
import io.github.bpflinker.diagnostic.LinkException;
import io.github.bpflinker.diagnostic.SourceLocation;
import io.github.bpflinker.load.core.CodeBuffer;
import io.github.bpflinker.load.core.CoreException;
import io.github.bpflinker.load.core.CorePatch;
import io.github.bpflinker.load.core.CoreRelocator;
import io.github.bpflinker.load.core.CoreText;
import io.github.bpflinker.load.core.CoreValue;
import io.github.bpflinker.load.core.ModelTypes;
import io.github.bpflinker.load.core.TargetTypes;
import io.github.bpflinker.load.plan.CoreReference;
import io.github.bpflinker.load.plan.InstructionLines;
import io.github.bpflinker.load.plan.LoadPlan;
import io.github.bpflinker.load.plan.PlannedFunction;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The results of an object's CO-RE relocations on several kernels, without loading it. They are those of loading, with
 * all programs and without the types of modules.
 *
 * @param relocations in the order of {@code .BTF.ext}
 */
public record CorePreview(List<Relocation> relocations) {

    public CorePreview {
        relocations = List.copyOf(relocations);
    }

    /**
     * A relocation.
     *
     * @param function the function that contains it
     * @param section the section of the function
     * @param at the instruction, in units of 8 bytes from the start of the function
     * @param location its source line, if there is debug information
     * @param target type, field or enumerator, and kind, as in {@code struct task_struct.pid (byte_off)}
     * @param kind the kind of the relocation
     * @param results for each kernel
     */
    public record Relocation(
            String function,
            String section,
            int at,
            Optional<SourceLocation> location,
            String target,
            CoreRelocation.Kind kind,
            List<Result> results) {
        public Relocation {
            results = List.copyOf(results);
        }
    }

    /** What a loader does with a relocation. */
    public enum Verdict {
        /** The instruction gets the value. */
        VALUE,
        /** The kernel lacks what the program asks about; the instruction gets the value 0. */
        ABSENT,
        /** The kernel lacks the target; the instruction is invalid and must not be reachable. */
        MISSING,
        /** The object can't be loaded. */
        ERROR
    }

    /**
     * The result of a relocation on one kernel.
     *
     * @param value the value for the instruction, unsigned; empty if it gets none
     * @param reason what is missing or wrong; empty if nothing is
     */
    public record Result(Verdict verdict, OptionalLong value, String reason) {}

    /** Whether the object can't be loaded into one of the kernels because of a relocation. */
    public boolean hasErrors() {
        return relocations.stream()
                .flatMap(relocation -> relocation.results().stream())
                .anyMatch(result -> result.verdict() == Verdict.ERROR);
    }

    private record Item(PlannedFunction function, CoreReference reference) {}

    /**
     * Computes the relocations of a planned object.
     *
     * @param kernels the types of each kernel
     */
    public static CorePreview of(LoadPlan plan, List<? extends TargetTypes> kernels) {
        if (plan.btf().isEmpty()) {
            return new CorePreview(List.of());
        }
        TargetTypes local = new ModelTypes(plan.name(), plan.btf().get().types());
        List<CoreRelocator> relocators = kernels.stream()
                .map(kernel -> new CoreRelocator(local, kernel, List::of, plan.order()))
                .toList();
        List<Item> items = new ArrayList<>();
        for (PlannedFunction function : plan.functions()) {
            function.core().forEach(reference -> items.add(new Item(function, reference)));
        }
        items.sort(Comparator.comparingInt(item -> item.reference().sequence()));
        return new CorePreview(items.stream()
                .map(item -> relocation(plan, local, item, relocators))
                .toList());
    }

    private static Relocation relocation(LoadPlan plan, TargetTypes local, Item item, List<CoreRelocator> relocators) {
        PlannedFunction function = item.function();
        CoreReference reference = item.reference();
        return new Relocation(
                function.name(),
                function.section(),
                reference.at(),
                InstructionLines.at(plan, function, reference.at()),
                CoreText.describe(local, reference.type(), reference.access(), reference.kind()),
                reference.kind(),
                relocators.stream()
                        .map(relocator -> result(plan, item, relocator))
                        .toList());
    }

    private static Result result(LoadPlan plan, Item item, CoreRelocator relocator) {
        CoreReference reference = item.reference();
        CodeBuffer code = new CodeBuffer(item.function().code().toArray(), plan.order());
        try {
            CoreValue value = relocator.resolve(reference.type(), reference.access(), reference.kind());
            boolean poisoned = CorePatch.apply(code, reference.at(), value);
            Optional<String> missing = relocator.missing(reference.type(), reference.access(), reference.kind());
            if (poisoned) {
                String reason = missing.orElse("the field has " + value.size() + " bytes there, not "
                        + value.originalSize() + ", and is not an unsigned integer");
                return new Result(Verdict.MISSING, OptionalLong.empty(), reason);
            }
            return new Result(
                    missing.isPresent() ? Verdict.ABSENT : Verdict.VALUE,
                    OptionalLong.of(value.value()),
                    missing.orElse(""));
        } catch (CoreException e) {
            return error(String.valueOf(e.getMessage()));
        } catch (LinkException e) {
            return error(String.valueOf(e.diagnostic().detail()));
        }
    }

    private static Result error(String reason) {
        return new Result(Verdict.ERROR, OptionalLong.empty(), reason);
    }
}
