package io.github.bpflinker.kernel;

import io.github.bpflinker.Diagnostic;
import io.github.bpflinker.KernelVersion;
import io.github.bpflinker.Problem;
import io.github.bpflinker.kernel.KernelRequirement.Need;
import io.github.bpflinker.kernel.table.Feature;
import io.github.bpflinker.kernel.table.HelperTypes;
import io.github.bpflinker.kernel.table.Remedy;
import java.util.List;

/** Compares what an object needs with what a kernel knows. */
public final class KernelCheck {

    private KernelCheck() {}

    /**
     * What speaks against loading the object into that kernel: errors for what the kernel refuses, notes for BTF that it
     * can't read and that loaders lower or leave out. Empty if nothing does.
     */
    public static List<Diagnostic> check(Requirements requirements, KernelVersion kernel) {
        return requirements.all().stream()
                .filter(r -> r.need() != Need.LOADER && !r.feature().isIn(kernel))
                .map(r -> finding(r).withInput(requirements.object()))
                .toList();
    }

    /** The newest release that distributions keep for years; what came later can't be taken for granted. */
    private static final KernelVersion WIDESPREAD = new KernelVersion(6, 12);

    /** A warning for each call of a helper that the kernel offers to programs of other types, or only lately to these. */
    public static List<Diagnostic> helpersOfOtherTypes(Requirements requirements) {
        return requirements.required().stream()
                .filter(r -> HelperTypes.isUse(r.feature()) && !r.feature().isIn(WIDESPREAD))
                .map(r -> ofOtherType(finding(r)))
                .toList();
    }

    private static Diagnostic ofOtherType(Diagnostic finding) {
        return Diagnostic.warning(Problem.HELPER_OF_OTHER_TYPE)
                .withSymbol(finding.symbol())
                .withFunction(finding.function())
                .withLocation(finding.location())
                .withDetail(finding.detail())
                .withRelated(finding.related());
    }

    private static Diagnostic finding(KernelRequirement requirement) {
        Feature feature = requirement.feature();
        Place place = requirement.place();
        Problem problem = feature.since().isPresent() ? Problem.KERNEL_TOO_OLD : Problem.KERNEL_REFUSES;
        Diagnostic start = requirement.need() == Need.KERNEL ? Diagnostic.error(problem) : Diagnostic.note(problem);
        boolean inCode = feature.kind() != Feature.Kind.MAP_TYPE
                && feature.kind() != Feature.Kind.MAP_FLAG
                && feature.kind() != Feature.Kind.MAP_FIELD
                && feature.kind() != Feature.Kind.BTF;
        String since = feature.since().map(version -> "since " + version).orElse("in no kernel");
        return start.withSymbol(feature.name())
                .withFunction(inCode ? place.name() : null)
                .withLocation(place.location())
                .withDetail(inCode || place.name().isEmpty() ? since : since + ", for " + place.name())
                .withRelated(feature.remedies().stream().map(Remedy::id).toList());
    }
}
