package io.github.bpflinker.llvm.locate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.bpflinker.diagnostic.Diagnostic;
import io.github.bpflinker.diagnostic.LinkException;
import io.github.bpflinker.diagnostic.Problem;
import io.github.bpflinker.diagnostic.WrittenBy;
import io.github.bpflinker.option.Provider;
import io.github.bpflinker.option.RequestedLlvm;
import io.github.bpflinker.testing.Tool;
import io.github.bpflinker.version.LlvmVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LlvmLocatorTest {

    private static final String TOOLCHAINS = "home/me/.rustup/toolchains/";
    private static final String BROKEN = "can't be unpacked to ";

    @TempDir
    Path folder;

    /** A machine with an embedded LLVM 20.1.7, a rustc with 22.1.2, and a system with 22.1.8, 19.1.7 and 14. */
    private Machine machine = new Machine(Path.of(""));

    private Path rustc = Path.of("");
    private Path system22 = Path.of("");
    private Path system19 = Path.of("");
    private Path system14 = Path.of("");

    @BeforeEach
    void makeMachine() {
        machine = new Machine(folder);
        rustc = machine.library(TOOLCHAINS + "stable/lib/libLLVM.so.22.1-rust-1.95.0-stable", "22.1.2");
        system22 = machine.library("usr/lib/x86_64-linux-gnu/libLLVM.so.22.1", "22.1.8");
        system19 = machine.library("usr/lib/x86_64-linux-gnu/libLLVM.so.19.1", "19.1.7");
        system14 = machine.library("usr/lib/x86_64-linux-gnu/libLLVM-14.so.1");
    }

    @Test
    void takesTheEmbeddedOneFirstThenRustcsThenTheSystems() {
        embed();

        assertThat(select(RequestedLlvm.AUTO)).isEqualTo(embedded());
        assertThat(select(RequestedLlvm.AUTO, "20.1.7")).isEqualTo(embedded());
        assertThat(select(RequestedLlvm.AUTO, "20.1.8")).isEqualTo(found(Provider.RUSTC, rustc, "22.1.2"));
        assertThat(select(RequestedLlvm.AUTO, "22.1.2")).isEqualTo(found(Provider.RUSTC, rustc, "22.1.2"));
        assertThat(select(RequestedLlvm.AUTO, "22.1.3")).isEqualTo(found(Provider.SYSTEM, system22, "22.1.8"));
        assertThat(select(RequestedLlvm.AUTO, "")).isEqualTo(found(Provider.SYSTEM, system22, "22.1.8"));
    }

    @Test
    void unpacksTheEmbeddedOneOnlyIfItIsTaken() {
        embed();

        select(RequestedLlvm.AUTO, "22.1.3");
        machine.locator().findAll();

        assertThat(machine.at("cache/natives")).doesNotExist();

        select(RequestedLlvm.AUTO, "20.1.7");

        assertThat(embedded().library()).exists();
    }

    @Test
    void looksNoFurtherThanTheOneThatFits() throws IOException {
        embed();
        embedded();
        Files.delete(LibraryProbe.remembered(LibraryCacheKey.of(rustc), machine.cache())
                .file());
        Files.delete(LibraryProbe.remembered(LibraryCacheKey.of(system19), machine.cache())
                .file());

        select(RequestedLlvm.AUTO, "20.1.7");
        select(RequestedLlvm.Known.SYSTEM, "22.1.8");

        assertThat(machine.at("cache/tmp"))
                .as("the folder of what children say")
                .doesNotExist();
    }

    @Test
    void goesOnIfTheEmbeddedOneCantBeUnpacked() throws IOException {
        machine.classPath(Files.writeString(folder.resolve(MadeUpJar.NAME), "<html>404</html>"));

        assertThat(select(RequestedLlvm.AUTO, "19.1.0")).isEqualTo(found(Provider.RUSTC, rustc, "22.1.2"));
        assertThat(failure(RequestedLlvm.Known.EMBEDDED)).satisfies(failure -> {
            assertThat(failure.problem()).isEqualTo(Problem.LLVM_UNUSABLE);
            assertThat(failure.input()).isEqualTo("embedded");
            assertThat(failure.detail()).startsWith(BROKEN);
        });
    }

    @Test
    void goesOnIfTheEmbeddedOneDoesNotLoadHere() {
        MadeUpJar.complete().write(folder.resolve(MadeUpJar.NAME));
        machine.classPath(folder.resolve(MadeUpJar.NAME));

        assertThat(select(RequestedLlvm.AUTO, "19.1.0")).isEqualTo(found(Provider.RUSTC, rustc, "22.1.2"));
    }

    @Test
    void takesAnOlderPatchWithAWarningWhereThatIsTheBest() {
        SelectedLlvm selection = machine.locator().select(RequestedLlvm.AUTO, List.of(written("22.1.9")));

        assertThat(selection.chosen()).isEqualTo(found(Provider.SYSTEM, system22, "22.1.8"));
        assertThat(selection.warnings())
                .containsExactly(Diagnostic.warning(Problem.LLVM_OLDER_PATCH)
                        .withInput("22.1.9.bc")
                        .withPayload(new WrittenBy("LLVM22.1.9", new LlvmVersion(22, 1, 9)))
                        .withRelated(List.of("system 22.1.8 " + system22)));
    }

    @Test
    void oneMessageNamesTheInputItsWriterAndAllThatWasFoundIfNothingFits() {
        embed();

        assertThat(failure(RequestedLlvm.AUTO, "20.1.0", "23.1.0"))
                .isEqualTo(Diagnostic.error(Problem.LLVM_TOO_OLD)
                        .withInput("23.1.0.bc")
                        .withPayload(new WrittenBy("LLVM23.1.0", new LlvmVersion(23, 1, 0)))
                        .withRelated(List.of(
                                "embedded 20.1.7 "
                                        + machine.locator()
                                                .embedded()
                                                .orElseThrow()
                                                .plannedLibrary(),
                                "rustc 22.1.2 " + rustc,
                                "system 22.1.8 " + system22,
                                "system 19.1.7 " + system19,
                                "system " + system14 + " (LLVM 14 is older than 17, the oldest that works)")));
    }

    @Test
    void oneMessageNamesAllPlacesIfThereIsNoLlvm() throws IOException {
        for (Path library : List.of(rustc, system22, system19)) {
            Files.delete(library);
        }

        Diagnostic failure = failure(RequestedLlvm.AUTO, "19.1.0");

        assertThat(failure.problem()).isEqualTo(Problem.LLVM_NOT_FOUND);
        assertThat(failure.related())
                .contains(
                        "system " + system14 + " (LLVM 14 is older than 17, the oldest that works)",
                        "llvm-*-linux-x86_64.jar on the class path and the module path",
                        rustc.resolveSibling("").toString(),
                        machine.at("usr/lib/x86_64-linux-gnu").toString());
    }

    @Test
    void namesTheJarThatItWasToldToTakeAndThatIsNone() {
        Path gone = machine.at("gone.jar");
        machine.nativesJar(gone);

        assertThat(failure(RequestedLlvm.Known.EMBEDDED))
                .isEqualTo(Diagnostic.error(Problem.LLVM_NOT_FOUND)
                        .withInput("embedded")
                        .withRelated(List.of(gone.toString())));
    }

    @Test
    void aProviderIsTakenWhateverItsVersionWithAWarning() {
        embed();

        SelectedLlvm selection = machine.locator().select(RequestedLlvm.Known.EMBEDDED, List.of(written("22.1.0")));

        assertThat(selection.chosen().version()).contains(new LlvmVersion(20, 1, 7));
        assertThat(selection.warnings()).singleElement().satisfies(warning -> {
            assertThat(warning.problem()).isEqualTo(Problem.LLVM_TOO_OLD);
            assertThat(warning.payload()).isEqualTo(new WrittenBy("LLVM22.1.0", new LlvmVersion(22, 1, 0)));
        });
        assertThat(select(RequestedLlvm.Known.RUSTC, "20.1.0")).isEqualTo(found(Provider.RUSTC, rustc, "22.1.2"));
        assertThat(select(RequestedLlvm.Known.SYSTEM, "18.1.3")).isEqualTo(found(Provider.SYSTEM, system22, "22.1.8"));
    }

    @Test
    void saysWhereItLookedForAProviderThatIsNotThere() throws IOException {
        Files.delete(rustc);

        Diagnostic failure = failure(RequestedLlvm.Known.RUSTC);

        assertThat(failure.problem()).isEqualTo(Problem.LLVM_NOT_FOUND);
        assertThat(failure.input()).isEqualTo("rustc");
        assertThat(failure.related())
                .containsExactly(machine.at(TOOLCHAINS + "stable/lib").toString());
    }

    @Test
    void aPathIsTakenWhateverItsVersionWithAWarning() {
        SelectedLlvm selection =
                machine.locator().select(new RequestedLlvm.AtPath(system19), List.of(written("22.1.0")));

        assertThat(selection.chosen()).isEqualTo(found(Provider.EXPLICIT, system19, "19.1.7"));
        assertThat(selection.warnings()).extracting(Diagnostic::problem).containsExactly(Problem.LLVM_TOO_OLD);
    }

    @Test
    void aPathMayBeALinkOrAFolder() {
        Path link = machine.link("link.so", system19.toString());

        assertThat(select(new RequestedLlvm.AtPath(link), "19.1.0"))
                .isEqualTo(found(Provider.EXPLICIT, system19, "19.1.7"));
        assertThat(select(new RequestedLlvm.AtPath(machine.at("usr/lib/x86_64-linux-gnu")), "19.1.0"))
                .isEqualTo(found(Provider.EXPLICIT, system22, "22.1.8"));
        assertThat(select(new RequestedLlvm.AtPath(machine.at(TOOLCHAINS + "stable")), "22.1.0"))
                .isEqualTo(found(Provider.EXPLICIT, rustc, "22.1.2"));
    }

    @Test
    void aPathIsNeverTakenBelowTheOldestThatWorks() {
        assertThat(failure(new RequestedLlvm.AtPath(system14)))
                .isEqualTo(Diagnostic.error(Problem.LLVM_UNUSABLE)
                        .withInput(system14.toString())
                        .withDetail("LLVM 14 is older than 17, the oldest that works")
                        .withRelated(List.of(
                                "explicit " + system14 + " (LLVM 14 is older than 17, the oldest that works)")));
    }

    @Test
    void aPathThatIsNoLibraryIsToldFromOneThatIsNotThere() {
        Path script = machine.file("libLLVM-22-rust-1.95.0-stable.so", "INPUT(libLLVM.so.22.1-rust-1.95.0-stable)\n");
        Path gone = machine.at("gone.so");

        assertThat(failure(new RequestedLlvm.AtPath(script)).detail()).isEqualTo("is no shared library");
        assertThat(failure(new RequestedLlvm.AtPath(gone)))
                .isEqualTo(Diagnostic.error(Problem.LLVM_NOT_FOUND)
                        .withInput(gone.toString())
                        .withRelated(List.of(gone.toString())));
        assertThat(failure(new RequestedLlvm.AtPath(machine.folder("empty"))).problem())
                .isEqualTo(Problem.LLVM_NOT_FOUND);
    }

    @Test
    void findsEachOnceUnusableOnesTooThePreferredFirst() {
        embed();
        machine.link("usr/lib/llvm-22/lib/libLLVM.so.22.1", system22.toString());
        machine.loaderSearches(TOOLCHAINS + "stable/lib");

        assertThat(machine.locator().findAll())
                .extracting(LlvmInstallation::describe)
                .containsExactly(
                        "embedded 20.1.7 "
                                + machine.locator().embedded().orElseThrow().plannedLibrary(),
                        "rustc 22.1.2 " + rustc,
                        "system 22.1.8 " + system22,
                        "system 19.1.7 " + system19,
                        "system " + system14 + " (LLVM 14 is older than 17, the oldest that works)");
    }

    @Test
    void realLibrariesAreFoundThroughLinksAndAsked() throws IOException {
        Path real = Tool.LIBLLVM_22.require().toRealPath();
        Machine linked = new Machine(machine.folder("linked"));
        linked.link("usr/lib/llvm-22/lib/libLLVM.so.22.1", real.toString());

        LlvmInstallation chosen = linked.locator()
                .select(RequestedLlvm.AUTO, List.of(written("22.1.0")))
                .chosen();

        assertThat(chosen.provider()).isEqualTo(Provider.SYSTEM);
        assertThat(chosen.library()).isEqualTo(real);
        assertThat(chosen.version().orElseThrow().major()).isEqualTo(22);
    }

    @Test
    void theRealEmbeddedOneIsFoundOnTheClassPathAndWorks() {
        LlvmLocator real = LlvmLocator.ofSystem();
        assertThat(real.embedded()).isPresent();

        assertThat(real.select(RequestedLlvm.AUTO, List.of(written("20.1.0"))).chosen())
                .isEqualTo(found(
                        Provider.EMBEDDED,
                        real.embedded().orElseThrow().library(),
                        real.embedded().orElseThrow().version().toString()));
    }

    @Test
    void allRealOnesOfThisMachineAnswer() {
        assertThat(LlvmLocator.ofSystem().findAll()).allSatisfy(each -> {
            assertThat(each.version().isPresent() || each.unusable().isPresent())
                    .isTrue();
            assertThat(each.describe()).doesNotContain("can't be asked");
            assertThat(each.isUsable())
                    .isEqualTo(each.unusable().isEmpty()
                            && each.version().orElseThrow().major() >= LlvmInstallation.OLDEST_MAJOR);
        });
    }

    /** Puts a jar on the class path whose library is known to work once it is unpacked. */
    private void embed() {
        machine.classPath(MadeUpJar.complete().write(folder.resolve(MadeUpJar.NAME)));
        try {
            Machine scratch = new Machine(machine.folder("scratch")).classPath(folder.resolve(MadeUpJar.NAME));
            Path unpacked = scratch.locator().embedded().orElseThrow().library();
            LibraryCacheKey there = LibraryCacheKey.of(unpacked);
            Path here = machine.locator().embedded().orElseThrow().plannedLibrary();
            LibraryProbe.remembered(new LibraryCacheKey(here, there.size(), there.modified()), machine.cache())
                    .write("20.1.7");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private LlvmInstallation embedded() {
        return found(
                Provider.EMBEDDED, machine.locator().embedded().orElseThrow().library(), "20.1.7");
    }

    private LlvmInstallation select(RequestedLlvm choice, String... versions) {
        SelectedLlvm selection = machine.locator().select(choice, requirements(versions));
        assertThat(selection.warnings()).isEmpty();
        return selection.chosen();
    }

    private Diagnostic failure(RequestedLlvm choice, String... versions) {
        return catchThrowableOfType(LinkException.class, () -> machine.locator().select(choice, requirements(versions)))
                .diagnostic();
    }

    private static List<InputRequirement> requirements(String... versions) {
        return List.of(versions).stream().map(LlvmLocatorTest::written).toList();
    }

    private static InputRequirement written(String version) {
        return new InputRequirement(version + ".bc", "LLVM" + version, LlvmVersion.parse(version));
    }

    private static LlvmInstallation found(Provider provider, Path library, String version) {
        return LlvmInstallation.of(provider, library, LlvmVersion.parse(version).orElseThrow());
    }
}
