package io.github.bpflinker.llvm.locate;

import io.github.bpflinker.Diagnostic;
import io.github.bpflinker.LlvmVersion;
import io.github.bpflinker.Problem;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The rule that picks an LLVM for some inputs. Bitcode is read by an LLVM at least as new as its writer, patch level
 * included: LLVM 22.1.8 output has broken a 22.1.2 reader.
 */
final class LlvmSelection {

    private final Optional<Requirement> newest;
    private final boolean anyWithoutVersion;

    LlvmSelection(List<Requirement> requirements) {
        this.newest = requirements.stream()
                .filter(requirement -> requirement.version().isPresent())
                .reduce((best, next) -> version(next).compareTo(version(best)) > 0 ? next : best);
        this.anyWithoutVersion = requirements.stream()
                .anyMatch(requirement -> requirement.version().isEmpty());
    }

    /** The input with the newest writer; empty if no input names its writer's version. */
    Optional<Requirement> newest() {
        return newest;
    }

    /** Whether a library of this feature release, its patch level unknown, is worth a closer look. */
    boolean mayFit(int major, int minor) {
        LlvmVersion release = new LlvmVersion(major, minor, 0);
        return newest.map(LlvmSelection::version)
                .map(needed -> release.sameMinor(needed) || release.isAtLeast(needed))
                .orElse(true);
    }

    /**
     * The first candidate that can read every input; the newest one if an input does not say what it needs. If none
     * can, the newest that lacks only in its patch level, with a warning.
     *
     * @param candidates the preferred ones first; asked for again where a second look is needed, and not read further
     *     than necessary
     */
    Optional<Selection> choose(Supplier<Stream<LlvmInstallation>> candidates) {
        Stream<LlvmInstallation> fitting = usable(candidates).filter(this::fits);
        Optional<LlvmInstallation> best = anyWithoutVersion ? newestOf(fitting) : fitting.findFirst();
        if (best.isPresent()) {
            return best.map(chosen -> new Selection(chosen, List.of()));
        }
        return newestOf(usable(candidates).filter(this::fitsButForPatch))
                .map(chosen -> new Selection(chosen, List.of(warning(Problem.LLVM_OLDER_PATCH, chosen))));
    }

    /** As {@link #choose}; if none can read every input, the newest anyway, with a warning. */
    Optional<Selection> chooseWhateverTheVersion(Supplier<Stream<LlvmInstallation>> candidates) {
        Optional<Selection> good = choose(candidates);
        if (good.isPresent()) {
            return good;
        }
        return newestOf(usable(candidates))
                .map(chosen -> new Selection(chosen, List.of(warning(Problem.LLVM_TOO_OLD, chosen))));
    }

    private boolean fits(LlvmInstallation candidate) {
        return newest.map(needed -> version(candidate).isAtLeast(version(needed)))
                .orElse(true);
    }

    private boolean fitsButForPatch(LlvmInstallation candidate) {
        return newest.map(needed -> version(candidate).sameMinor(version(needed)))
                .orElse(true);
    }

    private Diagnostic warning(Problem problem, LlvmInstallation chosen) {
        Diagnostic warning = Diagnostic.warning(problem).withRelated(List.of(chosen.describe()));
        return newest.map(needed -> warning.withInput(needed.input()).withDetail(needed.producerText()))
                .orElse(warning);
    }

    private static Stream<LlvmInstallation> usable(Supplier<Stream<LlvmInstallation>> candidates) {
        return candidates.get().filter(LlvmInstallation::isUsable);
    }

    private static Optional<LlvmInstallation> newestOf(Stream<LlvmInstallation> candidates) {
        Comparator<LlvmInstallation> byVersion = Comparator.comparing(LlvmSelection::version);
        return candidates.reduce((best, next) -> byVersion.compare(next, best) > 0 ? next : best);
    }

    private static LlvmVersion version(LlvmInstallation installation) {
        return installation.version().orElseThrow();
    }

    private static LlvmVersion version(Requirement requirement) {
        return requirement.version().orElseThrow();
    }
}
