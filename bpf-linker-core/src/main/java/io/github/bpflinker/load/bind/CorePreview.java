package io.github.bpflinker.load.bind;

import io.github.bpflinker.btf.CoreRelocation;
import io.github.bpflinker.diagnostic.SourceLocation;
import io.github.bpflinker.load.core.CodeBuffer;
import io.github.bpflinker.load.core.CoreException;
import io.github.bpflinker.load.core.CorePatch;
import io.github.bpflinker.load.core.CoreRelocator;
import io.github.bpflinker.load.core.CoreValue;
import io.github.bpflinker.load.core.ModelTypes;
import io.github.bpflinker.load.core.TargetTypes;
import io.github.bpflinker.load.plan.LoadPlan;
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
        return new CorePreview(CoreItem.of(plan).stream()
                .map(item -> relocation(plan, local, item, relocators))
                .toList());
    }

    private static Relocation relocation(
            LoadPlan plan, TargetTypes local, CoreItem item, List<CoreRelocator> relocators) {
        return new Relocation(
                item.function().name(),
                item.function().section(),
                item.reference().at(),
                item.location(plan),
                item.text(local),
                item.reference().kind(),
                relocators.stream()
                        .map(relocator -> result(plan, item, relocator))
                        .toList());
    }

    private static Result result(LoadPlan plan, CoreItem item, CoreRelocator relocator) {
        CodeBuffer code = new CodeBuffer(item.function().code().toArray(), plan.order());
        try {
            CoreValue value = item.resolve(relocator);
            boolean poisoned = CorePatch.apply(code, item.reference().at(), value);
            Optional<String> missing = item.missing(relocator);
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
            return new Result(Verdict.ERROR, OptionalLong.empty(), String.valueOf(e.getMessage()));
        }
    }
}
