package io.github.bpflinker.load.bind;

import io.github.bpflinker.diagnostic.LinkException;
import io.github.bpflinker.diagnostic.SourceLocation;
import io.github.bpflinker.load.core.CodeBuffer;
import io.github.bpflinker.load.core.CoreException;
import io.github.bpflinker.load.core.CorePatch;
import io.github.bpflinker.load.core.CoreRelocator;
import io.github.bpflinker.load.core.CoreText;
import io.github.bpflinker.load.core.TargetTypes;
import io.github.bpflinker.load.plan.CoreReference;
import io.github.bpflinker.load.plan.InstructionLines;
import io.github.bpflinker.load.plan.LoadPlan;
import io.github.bpflinker.load.plan.PlannedFunction;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Applies the CO-RE relocations of functions in the order of {@code .BTF.ext}. */
final class CoreBinder {

    private record Item(int function, CoreReference reference) {}

    private final LoadPlan plan;
    private final TargetTypes local;
    private final Host host;
    private final KernelLookup lookup;

    CoreBinder(LoadPlan plan, TargetTypes local, Host host, KernelLookup lookup) {
        this.plan = plan;
        this.local = local;
        this.host = host;
        this.lookup = lookup;
    }

    /**
     * Modifies the code of functions.
     *
     * @param wanted the functions that may be loaded
     * @param code the code of each function
     * @return for each function, the poisoned instructions by their offsets in the function
     */
    List<List<Poison.MissingTarget>> bind(boolean[] wanted, List<CodeBuffer> code) {
        List<List<Poison.MissingTarget>> poison = new ArrayList<>();
        List<Item> items = new ArrayList<>();
        for (int i = 0; i < plan.functions().size(); i++) {
            poison.add(new ArrayList<>());
            if (wanted[i]) {
                for (CoreReference reference : plan.functions().get(i).core()) {
                    items.add(new Item(i, reference));
                }
            }
        }
        if (items.isEmpty()) {
            return poison;
        }
        items.sort(Comparator.comparingInt(item -> item.reference().sequence()));
        CoreRelocator relocator = relocator();
        for (Item item : items) {
            CoreReference reference = item.reference();
            if (apply(relocator, item, code.get(item.function()))) {
                poison.get(item.function())
                        .add(new Poison.MissingTarget(
                                reference.at(),
                                CoreText.describe(local, reference.type(), reference.access(), reference.kind())));
            }
        }
        return poison;
    }

    private CoreRelocator relocator() {
        Optional<TargetTypes> given = host.givenTypes();
        return given.isPresent()
                ? new CoreRelocator(local, given.get(), List::of, plan.order())
                : new CoreRelocator(local, lookup.kernel("CO-RE"), host::moduleTypes, plan.order());
    }

    private boolean apply(CoreRelocator relocator, Item item, CodeBuffer code) {
        CoreReference reference = item.reference();
        try {
            return CorePatch.apply(
                    code, reference.at(), relocator.resolve(reference.type(), reference.access(), reference.kind()));
        } catch (CoreException e) {
            throw bad(item, String.valueOf(e.getMessage()));
        } catch (LinkException e) {
            throw bad(item, String.valueOf(e.diagnostic().detail()));
        }
    }

    private BindException bad(Item item, String reason) {
        PlannedFunction function = plan.functions().get(item.function());
        CoreReference reference = item.reference();
        Optional<SourceLocation> line = InstructionLines.at(plan, function, reference.at());
        return new BindException(
                plan.name(),
                new BindProblem.BadRelocation(
                        function.section(),
                        function.name(),
                        CoreText.describe(local, reference.type(), reference.access(), reference.kind()),
                        line,
                        reason));
    }
}
