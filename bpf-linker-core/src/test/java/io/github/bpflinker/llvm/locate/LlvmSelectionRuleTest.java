package io.github.bpflinker.llvm.locate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpflinker.diagnostic.Diagnostic;
import io.github.bpflinker.diagnostic.Problem;
import io.github.bpflinker.diagnostic.WrittenBy;
import io.github.bpflinker.option.Provider;
import io.github.bpflinker.version.LlvmVersion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class LlvmSelectionRuleTest {

    private static final LlvmInstallation EMBEDDED = found(Provider.EMBEDDED, "20.1.7");
    private static final LlvmInstallation STABLE = found(Provider.RUSTC, "22.1.2");
    private static final LlvmInstallation NIGHTLY = found(Provider.RUSTC, "22.1.4");
    private static final LlvmInstallation SYSTEM_22 = found(Provider.SYSTEM, "22.1.8");
    private static final LlvmInstallation SYSTEM_19 = found(Provider.SYSTEM, "19.1.7");
    private static final List<LlvmInstallation> ALL = List.of(EMBEDDED, STABLE, NIGHTLY, SYSTEM_22, SYSTEM_19);

    @Test
    void takesTheFirstThatIsNewEnough() {
        assertThat(choose(ALL, written("19.1.7"))).isEqualTo(EMBEDDED);
        assertThat(choose(ALL, written("20.1.7"))).isEqualTo(EMBEDDED);
        assertThat(choose(ALL, written("20.1.8"))).isEqualTo(STABLE);
        assertThat(choose(ALL, written("22.1.2"))).isEqualTo(STABLE);
        assertThat(choose(ALL, written("22.1.3"))).isEqualTo(NIGHTLY);
        assertThat(choose(ALL, written("22.1.5"))).isEqualTo(SYSTEM_22);
    }

    @Test
    void takesTheFirstOfAllIfNothingIsNeeded() {
        assertThat(choose(ALL)).isEqualTo(EMBEDDED);
        assertThat(choose(List.of(SYSTEM_19, SYSTEM_22))).isEqualTo(SYSTEM_19);
    }

    @Test
    void theNewestWriterOfAllInputsCounts() {
        assertThat(choose(ALL, written("14.0.6"), written("22.1.4"), written("22.1.2")))
                .isEqualTo(NIGHTLY);
    }

    @Test
    void looksNoFurtherThanTheFirstThatFits() {
        List<LlvmInstallation> seen = new ArrayList<>();
        Iterable<LlvmInstallation> candidates = () -> {
            Iterator<LlvmInstallation> all = ALL.iterator();
            return new Iterator<>() {
                @Override
                public boolean hasNext() {
                    return all.hasNext();
                }

                @Override
                public LlvmInstallation next() {
                    LlvmInstallation next = all.next();
                    seen.add(next);
                    return next;
                }
            };
        };

        new LlvmSelectionRule(List.of(written("22.1.2"))).choose(candidates);

        assertThat(seen).containsExactly(EMBEDDED, STABLE);
    }

    @Test
    void takesTheNewestOlderPatchWithAWarningIfNothingIsNewEnough() {
        SelectedLlvm selection = new LlvmSelectionRule(List.of(written("20.1.0"), written("22.1.9")))
                .choose(ALL)
                .orElseThrow();

        assertThat(selection.chosen()).isEqualTo(SYSTEM_22);
        assertThat(selection.warnings())
                .containsExactly(Diagnostic.warning(Problem.LLVM_OLDER_PATCH)
                        .withInput("22.1.9.bc")
                        .withPayload(new WrittenBy("LLVM22.1.9", new LlvmVersion(22, 1, 9)))
                        .withRelated(List.of(SYSTEM_22.describe())));
    }

    @Test
    void takesNoOlderFeatureRelease() {
        assertThat(new LlvmSelectionRule(List.of(written("22.2.0"))).choose(ALL))
                .isEmpty();
        assertThat(new LlvmSelectionRule(List.of(written("23.1.0"))).choose(ALL))
                .isEmpty();
        assertThat(new LlvmSelectionRule(List.of()).choose(List.of())).isEmpty();
    }

    @Test
    void takesTheNewestForWhatDoesNotSayWhoWroteIt() {
        assertThat(choose(ALL, unknown())).isEqualTo(SYSTEM_22);
        assertThat(choose(ALL, unknown(), written("19.1.7"))).isEqualTo(SYSTEM_22);
        assertThat(choose(List.of(EMBEDDED, found(Provider.SYSTEM, "20.1.7")), unknown()))
                .isEqualTo(EMBEDDED);
    }

    @Test
    void theNewestMustStillReadWhatSaysWhoWroteIt() {
        assertThat(new LlvmSelectionRule(List.of(unknown(), written("23.1.0"))).choose(ALL))
                .isEmpty();
    }

    @Test
    void leavesOutWhatCantBeUsed() {
        LlvmInstallation broken = new LlvmInstallation(
                Provider.EMBEDDED,
                Path.of("/broken.so"),
                Optional.of(new LlvmVersion(29, 1, 0)),
                Optional.of("has no BPF target"));

        assertThat(choose(List.of(broken, SYSTEM_19), written("18.1.3"))).isEqualTo(SYSTEM_19);
        assertThat(choose(List.of(broken, SYSTEM_19), unknown())).isEqualTo(SYSTEM_19);
        assertThat(new LlvmSelectionRule(List.of()).chooseWhateverTheVersion(List.of(broken)))
                .isEmpty();
        assertThat(choose(List.of(found(Provider.RUSTC, "16.0.6"), SYSTEM_19), written("15.0.0")))
                .isEqualTo(SYSTEM_19);
    }

    @Test
    void whatTheUserInsistsOnIsTakenWithAWarningIfItIsTooOld() {
        SelectedLlvm selection = new LlvmSelectionRule(List.of(written("22.1.8")))
                .chooseWhateverTheVersion(List.of(SYSTEM_19, EMBEDDED))
                .orElseThrow();

        assertThat(selection.chosen()).isEqualTo(EMBEDDED);
        assertThat(selection.warnings())
                .containsExactly(Diagnostic.warning(Problem.LLVM_TOO_OLD)
                        .withInput("22.1.8.bc")
                        .withPayload(new WrittenBy("LLVM22.1.8", new LlvmVersion(22, 1, 8)))
                        .withRelated(List.of(EMBEDDED.describe())));
    }

    @Test
    void aNameTellsWhetherALookIsWorthwhile() {
        LlvmSelectionRule rule = new LlvmSelectionRule(List.of(written("22.1.8")));

        assertThat(rule.mayFit(new LibraryCandidate.Release(22, 1))).isTrue();
        assertThat(rule.mayFit(new LibraryCandidate.Release(22, LibraryCandidate.Release.ANY_MINOR)))
                .isTrue();
        assertThat(rule.mayFit(new LibraryCandidate.Release(23, 0))).isTrue();
        assertThat(rule.mayFit(new LibraryCandidate.Release(22, 0))).isFalse();
        assertThat(rule.mayFit(new LibraryCandidate.Release(21, LibraryCandidate.Release.ANY_MINOR)))
                .isFalse();
    }

    @Property(tries = 500)
    void neverTakesAnOlderOneWithoutAWarning(
            @ForAll("installations") List<LlvmInstallation> candidates,
            @ForAll("requirements") List<InputRequirement> requirements) {
        LlvmSelectionRule rule = new LlvmSelectionRule(requirements);

        Optional<SelectedLlvm> selection = rule.choose(candidates);

        LlvmVersion needed = requirements.stream()
                .flatMap(requirement -> requirement.version().stream())
                .max(LlvmVersion::compareTo)
                .orElse(new LlvmVersion(0, 0, 0));
        boolean anyFits = candidates.stream()
                .anyMatch(
                        each -> each.isUsable() && each.version().orElseThrow().isAtLeast(needed));
        if (anyFits) {
            assertThat(selection).isPresent();
        }
        selection.ifPresent(taken -> {
            LlvmVersion version = taken.chosen().version().orElseThrow();
            assertThat(taken.chosen().isUsable()).isTrue();
            assertThat(taken.warnings()).hasSize(version.isAtLeast(needed) ? 0 : 1);
            assertThat(version.isAtLeast(needed) || version.sameMinor(needed)).isTrue();
            assertThat(version.isAtLeast(needed)).isEqualTo(anyFits);
        });
    }

    @Provide
    Arbitrary<List<LlvmInstallation>> installations() {
        return Combinators.combine(Arbitraries.of(Provider.class), versions())
                .as((provider, version) -> LlvmInstallation.of(provider, Path.of("/lib.so"), version))
                .list()
                .ofMaxSize(5);
    }

    @Provide
    Arbitrary<List<InputRequirement>> requirements() {
        return versions()
                .optional(0.8)
                .map(version -> new InputRequirement("a.bc", "somebody", version))
                .list()
                .ofMaxSize(3);
    }

    private static Arbitrary<LlvmVersion> versions() {
        return Combinators.combine(
                        Arbitraries.integers().between(16, 18),
                        Arbitraries.integers().between(0, 1),
                        Arbitraries.integers().between(0, 2))
                .as(LlvmVersion::new);
    }

    private static LlvmInstallation choose(List<LlvmInstallation> candidates, InputRequirement... requirements) {
        SelectedLlvm selection =
                new LlvmSelectionRule(List.of(requirements)).choose(candidates).orElseThrow();
        assertThat(selection.warnings()).isEmpty();
        return selection.chosen();
    }

    private static LlvmInstallation found(Provider provider, String version) {
        return LlvmInstallation.of(
                provider,
                Path.of("/" + provider + version + ".so"),
                LlvmVersion.parse(version).orElseThrow());
    }

    private static InputRequirement written(String version) {
        return new InputRequirement(version + ".bc", "LLVM" + version, LlvmVersion.parse(version));
    }

    private static InputRequirement unknown() {
        return new InputRequirement("a.ll", "", Optional.empty());
    }
}
