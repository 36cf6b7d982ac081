package io.github.bpflinker.load.bind;

import io.github.bpflinker.btf.Btf;
import io.github.bpflinker.load.core.CoreException;
import io.github.bpflinker.load.core.CoreRelocator;
import io.github.bpflinker.load.core.ModelTypes;
import io.github.bpflinker.load.core.TypeSelection;
import io.github.bpflinker.load.plan.LoadPlan;
import java.util.List;

/**
 * The types of a kernel that the CO-RE relocations of objects need, for machines with that kernel but without its BTF;
 * see {@link TypeSelection}.
 */
public final class MinimalBtf {

    private MinimalBtf() {}

    /**
     * Selects types. A relocation that fails against {@code kernel} fails against the result, too.
     *
     * @param kernel all types of a kernel
     * @param objects the objects to be loaded into it, with all their programs
     */
    public static Btf of(Btf kernel, List<LoadPlan> objects) {
        TypeSelection selection = new TypeSelection(kernel);
        objects.forEach(object -> select(selection, object));
        return selection.selected();
    }

    private static void select(TypeSelection selection, LoadPlan plan) {
        if (plan.btf().isEmpty()) {
            return;
        }
        CoreRelocator relocator =
                selection.relocator(new ModelTypes(plan.name(), plan.btf().get().types()), plan.order());
        for (CoreItem item : CoreItem.of(plan)) {
            try {
                item.resolve(relocator);
            } catch (CoreException e) {
                // What was compared is selected, so that a loader fails, too.
            }
        }
    }
}
