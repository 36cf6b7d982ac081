package io.github.bpflinker.kernel.requirements;

import io.github.bpflinker.diagnostic.Diagnostic;
import io.github.bpflinker.diagnostic.KernelGap;
import io.github.bpflinker.diagnostic.Problem;
import io.github.bpflinker.diagnostic.Remedy;
import io.github.bpflinker.diagnostic.Remedy.Action;
import io.github.bpflinker.diagnostic.SourceLocation;
import io.github.bpflinker.kernel.requirements.KernelRequirement.Need;
import io.github.bpflinker.kernel.table.Feature;
import io.github.bpflinker.kernel.table.HelperProgramTypes;
import io.github.bpflinker.kernel.table.KernelFacts;
import io.github.bpflinker.version.KernelVersion;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Compares the requirements of an object with the features of a kernel.
 *
 * @param kernel the oldest kernel that must load the object
 * @param definitions the source locations of functions and variables, by name; an object has no line information for
 *     maps and for the heads of functions
 * @param done the remedies that the link already applied for that kernel, which are not suggested
 */
public record KernelCheck(KernelVersion kernel, Map<String, SourceLocation> definitions, Set<Action> done) {

    /** Features that concern a function, map or type as a whole. */
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

    /** A check without source locations and applied remedies. */
    public static KernelCheck against(KernelVersion kernel) {
        return new KernelCheck(kernel, Map.of(), Set.of());
    }

    /**
     * Checks the object against the kernel: errors for features that the kernel rejects, warnings for programs that it
     * can't attach, notes for BTF that loaders have to replace or omit. Empty if there are none.
     */
    public List<Diagnostic> check(Requirements requirements) {
        return requirements.all().stream()
                .filter(r -> r.need() != Need.LOADER && r.need() != Need.GUARDED)
                .filter(r -> !r.feature().isIn(kernel))
                .map(r -> finding(r).withInput(requirements.object()))
                .toList();
    }

    /** The newest long-term release in wide use; newer features can't be assumed. */
    private static final KernelVersion WIDESPREAD = new KernelVersion(6, 12);

    /**
     * Returns a warning for each call of a helper that is not available to programs of the type, or only since a recent
     * release.
     */
    public static List<Diagnostic> helpersOfOtherTypes(Requirements requirements) {
        KernelCheck check = against(WIDESPREAD);
        return requirements.required().stream()
                .filter(r ->
                        HelperProgramTypes.isUse(r.feature()) && !r.feature().isIn(WIDESPREAD))
                .map(r -> ofOtherType(check.finding(r)))
                .toList();
    }

    /**
     * Returns an error for each feature that every kernel rejects. Helpers of other program types are reported by
     * {@link #helpersOfOtherTypes}. Unknown features are not reported, since a newer kernel may have them, except for
     * helpers, of which there will be no more.
     *
     * @param definitions the source locations of functions and variables, by name
     */
    public static List<Diagnostic> refusedByAll(Requirements requirements, Map<String, SourceLocation> definitions) {
        KernelCheck check = new KernelCheck(WIDESPREAD, definitions, Set.of());
        return requirements.required().stream()
                .filter(r -> (r.feature().isKnown() || r.feature().kind() == Feature.Kind.HELPER)
                        && r.feature().since().isEmpty()
                        && !HelperProgramTypes.isUse(r.feature()))
                .map(r -> check.finding(r).withInput(requirements.object()))
                .toList();
    }

    private static Diagnostic ofOtherType(Diagnostic finding) {
        return Diagnostic.warning(Problem.HELPER_OF_OTHER_TYPE)
                .withSymbol(finding.symbol())
                .withFunction(finding.function())
                .withLocation(finding.location())
                .withPayload(finding.payload());
    }

    private Diagnostic finding(KernelRequirement requirement) {
        Feature feature = requirement.feature();
        UseSite place = requirement.place();
        Problem problem = problem(requirement);
        Diagnostic start =
                switch (requirement.need()) {
                    case KERNEL ->
                        feature.kind() == Feature.Kind.LOADER ? Diagnostic.note(problem) : Diagnostic.error(problem);
                    case ATTACHING -> Diagnostic.warning(problem);
                    case GUARDED, STRICT_LOADER, LOADER -> Diagnostic.note(problem);
                };
        if (!feature.isKnown()) {
            start = start.withDetail(Feature.NEWEST_KNOWN.toString());
        }
        boolean inCode = !OUTSIDE_OF_CODE.contains(feature.kind());
        return start.withSymbol(feature.name())
                .withFunction(inCode ? place.name() : null)
                .withLocation(location(feature, place))
                .withPayload(new KernelGap(
                        feature.since().orElse(null),
                        feature.until().orElse(null),
                        inCode || place.name().isEmpty() ? null : place.name(),
                        feature.remedies().stream().filter(this::helps).toList()));
    }

    private static Problem problem(KernelRequirement requirement) {
        Feature feature = requirement.feature();
        if (!feature.isKnown()) {
            return Problem.KERNEL_FEATURE_UNKNOWN;
        }
        if (requirement.need() == Need.ATTACHING) {
            return Problem.KERNEL_CANNOT_ATTACH;
        }
        return feature.since().isPresent() ? Problem.KERNEL_TOO_OLD : Problem.KERNEL_REFUSES;
    }

    private @Nullable SourceLocation location(Feature feature, UseSite place) {
        @Nullable SourceLocation definition = definitions.get(place.name());
        boolean definitionFirst = OF_WHOLE.contains(feature.kind()) && definition != null;
        return definitionFirst || place.location() == null ? definition : place.location();
    }

    /** Whether the remedy was not applied yet and does not itself require a newer kernel. */
    private boolean helps(Remedy remedy) {
        return !done.contains(remedy.action())
                && KernelFacts.get()
                        .instead(remedy)
                        .map(other -> other.isIn(kernel))
                        .orElse(true);
    }
}
