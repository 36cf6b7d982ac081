package io.github.bpflinker.kernel.requirements;

import io.github.bpflinker.elf.BpfFunction;
import io.github.bpflinker.kernel.requirements.KernelRequirement.Need;
import io.github.bpflinker.kernel.table.Feature;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** The features that the code of an object uses, once for each feature and source line of a function. */
final class Uses {

    /** @param guarded whether the kernel needs it only where a check at load time says so */
    private record Use(BpfFunction function, Feature feature, Need need, UseSite place, boolean guarded) {}

    private final Map<List<String>, Use> all = new LinkedHashMap<>();

    void add(BpfFunction function, Feature feature, UseSite place) {
        add(function, feature, Need.KERNEL, place, false);
    }

    void add(BpfFunction function, Feature feature, Need need, UseSite place, boolean guarded) {
        Use use = new Use(function, feature, need, place, guarded);
        all.merge(
                List.of(place.name(), feature.name(), String.valueOf(place.location())),
                use,
                (first, other) -> strength(other) > strength(first) ? other : first);
    }

    private static int strength(Use use) {
        return (use.need() == Need.KERNEL ? 2 : 0) + (use.guarded() ? 0 : 1);
    }

    /**
     * Reports them.
     *
     * @param required the functions that loaders load unasked
     * @param certain those of them that no check at load time can remove
     */
    void report(Set<BpfFunction> required, Set<BpfFunction> certain, Consumer<KernelRequirement> found) {
        for (Use use : all.values()) {
            boolean guardable = use.feature().kind() == Feature.Kind.HELPER;
            boolean needed = required.contains(use.function())
                    && !use.guarded()
                    && (!guardable || certain.contains(use.function()));
            Need need = use.need() == Need.KERNEL && !needed ? Need.GUARDED : use.need();
            found.accept(new KernelRequirement(use.feature(), need, use.place()));
        }
    }
}
