package io.github.bpflinker.kernel.requirements;

import io.github.bpflinker.diagnostic.Diagnostic;
import io.github.bpflinker.diagnostic.Problem;
import io.github.bpflinker.diagnostic.SourceLocation;
import io.github.bpflinker.kernel.requirements.KernelRequirement.Need;
import io.github.bpflinker.kernel.table.Feature;
import io.github.bpflinker.kernel.table.HelperTypes;
import io.github.bpflinker.kernel.table.KernelFacts;
import io.github.bpflinker.kernel.table.Remedy;
import io.github.bpflinker.kernel.table.Remedy.Action;
import io.github.bpflinker.version.KernelVersion;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Compares what an object needs with what a kernel knows.
 *
 * @param kernel the oldest that is to load the object
 * @param definitions where the source defines functions and variables, by name; an object itself tells neither where its
 *     maps are, nor the head of a function
 * @param done what was tried for that kernel already, so that it is no remedy
 */
public record KernelCheck(KernelVersion kernel, Map<String, SourceLocation> definitions, Set<Action> done) {

    /** What is about all of a function, map or type, not about a place in it. */
    private static final Set<Feature.Kind> OF_WHOLE = EnumSet.of(
            Feature.Kind.MAP_TYPE,
            Feature.Kind.MAP_FLAG,
            Feature.Kind.MAP_FIELD,
            Feature.Kind.PROGRAM,
            Feature.Kind.LIMIT);

    private static final Set<Feature.Kind> OUTSIDE_OF_CODE =
            EnumSet.of(Feature.Kind.MAP_TYPE, Feature.Kind.MAP_FLAG, Feature.Kind.MAP_FIELD, Feature.Kind.BTF);

    public KernelCheck {
        definitions = Map.copyOf(definitions);
        done = Set.copyOf(done);
    }

    /** One that knows nothing but the object. */
    public static KernelCheck against(KernelVersion kernel) {
        return new KernelCheck(kernel, Map.of(), Set.of());
    }

    /**
     * What speaks against loading the object into that kernel: errors for what the kernel refuses, notes for BTF that it
     * can't read and that loaders lower or leave out. Empty if nothing does.
     */
    public List<Diagnostic> check(Requirements requirements) {
        return requirements.all().stream()
                .filter(r -> r.need() != Need.LOADER && !r.feature().isIn(kernel))
                .map(r -> finding(r).withInput(requirements.object()))
                .toList();
    }

    /** The newest release that distributions keep for years; what came later can't be taken for granted. */
    private static final KernelVersion WIDESPREAD = new KernelVersion(6, 12);

    /** A warning for each call of a helper that the kernel offers to programs of other types, or only lately to these. */
    public static List<Diagnostic> helpersOfOtherTypes(Requirements requirements) {
        KernelCheck check = against(WIDESPREAD);
        return requirements.required().stream()
                .filter(r -> HelperTypes.isUse(r.feature()) && !r.feature().isIn(WIDESPREAD))
                .map(r -> ofOtherType(check.finding(r)))
                .toList();
    }

    /**
     * An error for each thing that every kernel refuses. Helpers of other program types are
     * {@link #helpersOfOtherTypes}; a type of map that no table here knows may be one of a kernel to come.
     *
     * @param definitions where the source defines functions and variables, by name
     */
    public static List<Diagnostic> refusedByAll(Requirements requirements, Map<String, SourceLocation> definitions) {
        KernelCheck check = new KernelCheck(WIDESPREAD, definitions, Set.of());
        return requirements.required().stream()
                .filter(r -> r.feature().since().isEmpty()
                        && !HelperTypes.isUse(r.feature())
                        && r.feature().kind() != Feature.Kind.MAP_TYPE)
                .map(r -> check.finding(r).withInput(requirements.object()))
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

    private Diagnostic finding(KernelRequirement requirement) {
        Feature feature = requirement.feature();
        UseSite place = requirement.place();
        Problem problem = feature.since().isPresent() ? Problem.KERNEL_TOO_OLD : Problem.KERNEL_REFUSES;
        Diagnostic start = requirement.need() == Need.KERNEL ? Diagnostic.error(problem) : Diagnostic.note(problem);
        boolean inCode = !OUTSIDE_OF_CODE.contains(feature.kind());
        String since = feature.since().map(version -> "since " + version).orElse("");
        String whose = inCode || place.name().isEmpty() ? "" : "for " + place.name();
        return start.withSymbol(feature.name())
                .withFunction(inCode ? place.name() : null)
                .withLocation(location(feature, place))
                .withDetail(since + (since.isEmpty() || whose.isEmpty() ? "" : ", ") + whose)
                .withRelated(feature.remedies().stream()
                        .filter(this::helps)
                        .map(Remedy::id)
                        .toList());
    }

    private @Nullable SourceLocation location(Feature feature, UseSite place) {
        @Nullable SourceLocation definition = definitions.get(place.name());
        boolean definitionFirst = OF_WHOLE.contains(feature.kind()) && definition != null;
        return definitionFirst || place.location() == null ? definition : place.location();
    }

    /** Whether it was not done already, and does not ask for what this kernel lacks, too. */
    private boolean helps(Remedy remedy) {
        return !done.contains(remedy.action())
                && KernelFacts.get()
                        .instead(remedy)
                        .map(other -> other.isIn(kernel))
                        .orElse(true);
    }
}
