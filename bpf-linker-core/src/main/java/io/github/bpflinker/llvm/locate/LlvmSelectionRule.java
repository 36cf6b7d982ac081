package io.github.bpflinker.llvm.locate;

import io.github.bpflinker.diagnostic.Diagnostic;
import io.github.bpflinker.diagnostic.Problem;
import io.github.bpflinker.version.LlvmVersion;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The rule that selects an LLVM for inputs: it must be at least as new as the producer of each input, including the
 * patch level. For example, 22.1.2 failed to read bitcode of 22.1.8.
 */
final class LlvmSelectionRule {

    private final @Nullable InputRequirement newest;
    private final LlvmVersion needed;
    private final boolean anyWithoutVersion;

    LlvmSelectionRule(List<InputRequirement> requirements) {
        InputRequirement newestSoFar = null;
        LlvmVersion neededSoFar = new LlvmVersion(0, 0, 0);
        boolean without = false;
        for (InputRequirement requirement : requirements) {
            if (requirement.version().isEmpty()) {
                without = true;
            } else if (requirement.version().get().compareTo(neededSoFar) > 0) {
                newestSoFar = requirement;
                neededSoFar = requirement.version().get();
            }
        }
        this.newest = newestSoFar;
        this.needed = neededSoFar;
        this.anyWithoutVersion = without;
    }

    /** The input with the newest producer; empty if no input has a producer version. */
    Optional<InputRequirement> newest() {
        return Optional.ofNullable(newest);
    }

    /** Whether a library of this release, with unknown patch level, can be suitable. */
    boolean mayFit(LibraryCandidate.Release release) {
        LlvmVersion version = new LlvmVersion(release.major(), release.minor(), 0);
        return version.sameMinor(needed) || version.isAtLeast(needed);
    }

    /**
     * Selects the first candidate that can read every input, or the newest one if an input has no producer version. If
     * there is none, selects the newest candidate of which only the patch level is too old, with a warning.
     *
     * @param candidates the candidates in the order of preference; iterated lazily, and again if a second pass is
     *     needed
     */
    Optional<SelectedLlvm> choose(Iterable<LlvmInstallation> candidates) {
        Optional<LlvmInstallation> best = anyWithoutVersion ? newestOf(candidates) : firstFitting(candidates);
        if (best.isPresent() && version(best.get()).isAtLeast(needed)) {
            return Optional.of(new SelectedLlvm(best.get(), List.of()));
        }
        Optional<LlvmInstallation> near = newestOf(candidates);
        return near.isPresent() && version(near.get()).sameMinor(needed)
                ? Optional.of(withWarning(near.get(), Problem.LLVM_OLDER_PATCH))
                : Optional.empty();
    }

    /** Like {@link #choose}, but if none can read every input, selects the newest, with a warning. */
    Optional<SelectedLlvm> chooseWhateverTheVersion(Iterable<LlvmInstallation> candidates) {
        Optional<SelectedLlvm> good = choose(candidates);
        if (good.isPresent()) {
            return good;
        }
        Optional<LlvmInstallation> any = newestOf(candidates);
        return any.isPresent() ? Optional.of(withWarning(any.get(), Problem.LLVM_TOO_OLD)) : Optional.empty();
    }

    private Optional<LlvmInstallation> firstFitting(Iterable<LlvmInstallation> candidates) {
        for (LlvmInstallation candidate : candidates) {
            if (candidate.isUsable() && version(candidate).isAtLeast(needed)) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }

    private static Optional<LlvmInstallation> newestOf(Iterable<LlvmInstallation> candidates) {
        Optional<LlvmInstallation> best = Optional.empty();
        for (LlvmInstallation candidate : candidates) {
            if (candidate.isUsable() && (best.isEmpty() || version(candidate).compareTo(version(best.get())) > 0)) {
                best = Optional.of(candidate);
            }
        }
        return best;
    }

    private SelectedLlvm withWarning(LlvmInstallation chosen, Problem problem) {
        Diagnostic warning = Diagnostic.warning(problem).withRelated(List.of(chosen.describe()));
        if (newest != null) {
            warning = warning.withInput(newest.input()).withPayload(newest.writtenBy());
        }
        return new SelectedLlvm(chosen, List.of(warning));
    }

    private static LlvmVersion version(LlvmInstallation installation) {
        return installation.version().orElseThrow();
    }
}
