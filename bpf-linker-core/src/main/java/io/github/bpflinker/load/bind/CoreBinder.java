package io.github.bpflinker.load.bind;

import io.github.bpflinker.load.core.CodeBuffer;
import io.github.bpflinker.load.core.CoreException;
import io.github.bpflinker.load.core.CorePatch;
import io.github.bpflinker.load.core.CoreRelocator;
import io.github.bpflinker.load.core.TargetTypes;
import io.github.bpflinker.load.plan.LoadPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Applies the CO-RE relocations of functions in the order of {@code .BTF.ext}. */
final class CoreBinder {

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
        plan.functions().forEach(function -> poison.add(new ArrayList<>()));
        List<CoreItem> items = CoreItem.of(plan, function -> wanted[function]);
        if (items.isEmpty()) {
            return poison;
        }
        CoreRelocator relocator = relocator();
        for (CoreItem item : items) {
            if (apply(relocator, item, code.get(item.index()))) {
                poison.get(item.index())
                        .add(new Poison.MissingTarget(item.reference().at(), item.text(local)));
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

    private boolean apply(CoreRelocator relocator, CoreItem item, CodeBuffer code) {
        try {
            return CorePatch.apply(code, item.reference().at(), item.resolve(relocator));
        } catch (CoreException e) {
            throw new BindException(
                    plan.name(),
                    new BindProblem.BadRelocation(
                            item.function().section(),
                            item.function().name(),
                            item.text(local),
                            item.location(plan),
                            String.valueOf(e.getMessage())));
        }
    }
}
